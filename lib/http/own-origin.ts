import { env } from "@/lib/env";

type Reader = Pick<Headers, "get">;

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The address at which the browser sees us. NEXTAUTH_URL decides where it names a public address; else the headers of
 * this very request, so that any port, 127.0.0.1 and localhost alike, and https behind a proxy work with nothing else
 * configured. What they say of a proxy can be believed: guardRequests has removed what was not said by one of
 * TRUSTED_PROXIES (where a platform runs us without it, the platform writes these headers itself). A forged Host
 * misleads only whoever forged it: a browser never lets a page set it.
 */
export function ownOrigin(headers: Reader, configured = env().NEXTAUTH_URL): string {
  const fixed = publicAddress(configured);
  if (fixed) return fixed.origin;
  const host = first(headers.get("x-forwarded-host")) ?? headers.get("host") ?? "localhost";
  const scheme = saysHttps(headers) ? "https" : "http";
  const address = `${scheme}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : "http://localhost";
}

/** Whether the browser comes by https, by the same words. */
export function isOverTls(headers: Reader, configured = env().NEXTAUTH_URL): boolean {
  const fixed = publicAddress(configured);
  return fixed ? fixed.protocol === "https:" : saysHttps(headers);
}

/** What was said for good; an address of this machine tells nothing of where others see us. */
function publicAddress(configured: string | undefined): URL | null {
  const url = configured ? new URL(configured) : null;
  return url && !LOOPBACK.has(url.hostname) ? url : null;
}

const saysHttps = (headers: Reader) => first(headers.get("x-forwarded-proto")) === "https";

const first = (header: string | null) => header?.split(",")[0]?.trim() || undefined;
