import { describe, expect, it } from "vitest";
import { readEnv } from "@/lib/env";
import { trustedAddresses } from "@/lib/http/trusted-addresses";

it.each([
  ["loopback", "127.0.0.1", true],
  ["loopback", "::1", true],
  ["loopback", "::ffff:127.0.0.1", true],
  ["loopback", "10.0.0.1", false],
  ["private", "10.1.2.3", true],
  ["private", "172.31.255.255", true],
  ["private", "172.32.0.1", false],
  ["private", "fd00::1", true],
  ["linklocal", "169.254.169.254", true],
  ["203.0.113.7", "203.0.113.7", true],
  ["203.0.113.7", "203.0.113.8", false],
  ["203.0.113.0/24", "203.0.113.255", true],
  ["2001:db8::/32", "2001:db8:1::1", true],
  ["2001:db8::/32", "203.0.113.7", false],
  ["::ffff:203.0.113.7", "203.0.113.7", true],
  ["loopback", "unknown", false],
  ["loopback", "", false],
])("%s holds %s: %s", (range, address, expected) => {
  expect(trustedAddresses([range])(address)).toBe(expected);
});

it("nothing holds nobody", () => {
  expect(trustedAddresses([])("127.0.0.1")).toBe(false);
});

describe("the settings", () => {
  it("are lists with commas", () => {
    const { TRUSTED_PROXIES, CORS_ORIGINS } = readEnv({
      TRUSTED_PROXIES: "loopback, 10.0.0.0/8,2001:db8::1,",
      CORS_ORIGINS: "https://map.example.com , http://localhost:5173",
    });
    expect(TRUSTED_PROXIES).toEqual(["loopback", "10.0.0.0/8", "2001:db8::1"]);
    expect(CORS_ORIGINS).toEqual(["https://map.example.com", "http://localhost:5173"]);
    expect(readEnv({})).toMatchObject({ TRUSTED_PROXIES: [], CORS_ORIGINS: [] });
  });

  it.each([
    { TRUSTED_PROXIES: "true" },
    { TRUSTED_PROXIES: "10.0.0.0/33" },
    { TRUSTED_PROXIES: "10.1" },
    { TRUSTED_PROXIES: "constructor" },
    { TRUSTED_PROXIES: "proxy.example.com" },
    { CORS_ORIGINS: "map.example.com" },
    { CORS_ORIGINS: "https://map.example.com/" },
    { CORS_ORIGINS: "https://*.example.com/x" },
    { CORS_ORIGINS: "null" },
    { NEXTAUTH_URL: "flights" },
  ])("say what is wrong with %j", (settings) => {
    expect(() => readEnv(settings)).toThrow(Object.keys(settings)[0]);
  });
});
