import { env } from "@/lib/env";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The address at which the browser sees us. NEXTAUTH_URL decides where it names a public address; else the headers of
 * this very request, so that any port, 127.0.0.1 and localhost alike, and https behind a proxy work with nothing
 * configured. Believing these headers is safe here: whoever forges them only misleads themselves.
 */
export function ownOrigin(headers: Headers, configured = env().NEXTAUTH_URL): string {
  const fixed = configured ? new URL(configured) : null;
  if (fixed && !LOOPBACK.has(fixed.hostname)) return fixed.origin;
  const host = first(headers.get("x-forwarded-host")) ?? headers.get("host") ?? "localhost";
  const scheme = first(headers.get("x-forwarded-proto")) === "https" ? "https" : "http";
  const address = `${scheme}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : "http://localhost";
}

const first = (header: string | null) => header?.split(",")[0]?.trim() || undefined;
