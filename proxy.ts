import { type NextRequest, NextResponse } from "next/server";
import { findSessionCookie } from "@/lib/auth/session-cookie";
import { isDevelopment } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { ownOrigin } from "@/lib/http/own-origin";

const SIGN_IN = "/login";

/**
 * Gives each page a policy with a nonce of its own; Next puts the nonce on its scripts, and the layout on its own, from
 * the header x-nonce. Who has no session at all is sent to the sign-in at once; this is a courtesy and no
 * authorization: every page and route checks who asks.
 */
export function proxy(request: NextRequest): NextResponse {
  const origin = ownOrigin(request.headers);
  const { pathname, search } = request.nextUrl;
  const cookie = request.headers.get("cookie");
  if (pathname !== SIGN_IN && !findSessionCookie(cookie, origin.startsWith("https:"))) {
    const target = new URL(SIGN_IN, origin);
    if (pathname !== "/") target.searchParams.set("callbackUrl", `${pathname}${search}`);
    return NextResponse.redirect(target);
  }
  return withPolicy(request);
}

function withPolicy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy({ nonce, development: isDevelopment() });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Pages only: the API answers without this detour, and files of the build run no scripts. */
export const config = { matcher: ["/((?!api/|api$|_next/|.*\\.\\w+$).*)"] };
