import NextAuth from "next-auth";
import { AppError } from "@/lib/errors";
import { checkSameOrigin } from "@/lib/http/check-same-origin";
import { ownOrigin } from "@/lib/http/own-origin";
import { PROBLEMS } from "@/lib/http/problem";
import { readText } from "@/lib/http/read-text";
import { servePlain } from "@/lib/http/serve-plain";
import type { Route } from "@/lib/http/serve-with";
import { type AuthPorts, authOptions } from "./auth-options";
import { authPorts } from "./auth-ports";
import { findPageCaller } from "./caller";
import { ClassicResponse } from "./classic-response";

/** What next-auth does for us; its other actions belong to sign-in by e-mail or by other sites. */
const ACTIONS = new Set([
  "GET csrf",
  "GET error",
  "GET providers",
  "GET session",
  "GET signin",
  "GET signout",
  "POST callback/credentials",
  "POST signout",
]);
const FORM_MAX_BYTES = 20_000;

/**
 * Serves `/api/auth/*` by next-auth, to our own pages only. It is spoken to in its older manner (request and response
 * objects of its own making), because the newer one takes host and cookies from Next instead of from the request it is
 * given, and then needs NEXTAUTH_URL to know its own address.
 */
export const serveAuth: Route = servePlain(
  async (request, context) => {
    const action = [(await context.params).nextauth ?? []].flat();
    const method = request.method === "HEAD" ? "GET" : request.method;
    const name = `${method} ${action.join("/")}`;
    if (!ACTIONS.has(name)) throw new AppError("not_found", `There is no ${name} here.`);
    if (method !== "GET") checkSameOrigin(request.headers);
    // next-auth answers a database that is down by ending the session; this throws first.
    if (name === "GET session") await findPageCaller(request.headers);
    return askNextAuth(request, action, authPorts());
  },
  { crossOrigin: false },
);

async function askNextAuth(
  request: Request,
  nextauth: readonly string[],
  ports: AuthPorts,
): Promise<Response> {
  const origin = ownOrigin(request.headers);
  let refusal: AppError | null = null;
  const options = authOptions({ headers: request.headers, origin }, ports, (error) => {
    refusal = error;
  });
  const asked = {
    method: request.method === "HEAD" ? "GET" : request.method,
    query: { ...Object.fromEntries(new URL(request.url).searchParams), nextauth },
    cookies: cookiesOf(request.headers),
    headers: Object.fromEntries(request.headers),
    body: await formOf(request),
  };
  const response = new ClassicResponse(origin);
  // Only these fields are read of the request, and only ClassicResponse's methods are called.
  await NextAuth(asked as never, response as never, options);
  return withRefusal(response.toResponse(), refusal);
}

/** A refused try has the status of its reason, and says when to come back. */
function withRefusal(response: Response, refusal: AppError | null): Response {
  if (!refusal || response.status !== 401) return response;
  const headers = new Headers(response.headers);
  if (refusal.retryAfterSeconds) headers.set("retry-after", String(refusal.retryAfterSeconds));
  return new Response(response.body, { status: PROBLEMS[refusal.code].status, headers });
}

async function formOf(request: Request): Promise<Record<string, unknown>> {
  if (request.method !== "POST") return {};
  const text = await readText(request, { maxBytes: FORM_MAX_BYTES });
  if (!request.headers.get("content-type")?.includes("application/json")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new AppError("validation_failed", "The body is not valid JSON.", {
      invalidParams: [{ name: "body", reason: "is not valid JSON" }],
    });
  }
}

function cookiesOf(headers: Headers): Record<string, string> {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return Object.fromEntries(pairs.map(([name = "", ...value]) => [name, decoded(value.join("="))]));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
