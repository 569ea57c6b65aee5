import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import config from "@/next.config.mjs";
import { proxy } from "@/proxy";

const SESSION = "next-auth.session-token=sealed";
const page = (path: string, headers: Record<string, string>) =>
  proxy(
    new NextRequest(`http://localhost:3000${path}`, { headers: { host: "f.org", ...headers } }),
  );

it("a page has a policy of its own, under which only its own scripts run", () => {
  const [one, two] = [1, 2].map(() =>
    page("/airports", { cookie: SESSION }).headers.get("content-security-policy"),
  );
  expect(one).toMatch(/script-src 'self' 'nonce-[\w+/=]+';.*frame-ancestors 'none'/);
  expect(one).not.toBe(two);
});

it("who has no session is sent to sign in at the address that they came by", () => {
  expect(page("/airports", {}).headers.get("location")).toBe(
    "http://f.org/login?callbackUrl=%2Fairports",
  );
  const secure = { "x-forwarded-proto": "https" };
  expect(page("/", secure).headers.get("location")).toBe("https://f.org/login");
  // Over https only the cookie counts that a secure page has set.
  expect(page("/", { ...secure, cookie: SESSION }).status).toBe(307);
  expect(page("/", { ...secure, cookie: `__Secure-${SESSION}` }).status).toBe(200);
});

it("pages and files have their headers also where the guard does not run", async () => {
  const [pages, overTls] = (await config.headers?.()) ?? [];
  const names = pages?.headers.map(({ key }) => key);
  expect(names).toEqual(
    expect.arrayContaining(["X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"]),
  );
  expect(overTls?.headers).toEqual([
    { key: "Strict-Transport-Security", value: "max-age=31536000" },
  ]);
});
