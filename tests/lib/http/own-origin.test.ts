import { expect, it } from "vitest";
import { ownOrigin } from "@/lib/http/own-origin";

it.each([
  ["any port", { host: "127.0.0.1:4567" }, undefined, "http://127.0.0.1:4567"],
  ["localhost", { host: "localhost:3000" }, undefined, "http://localhost:3000"],
  [
    "behind a proxy with https",
    { host: "app:3000", "x-forwarded-host": "f.example.org", "x-forwarded-proto": "https" },
    undefined,
    "https://f.example.org",
  ],
  [
    "behind two proxies",
    { host: "app", "x-forwarded-host": "f.example.org, inner", "x-forwarded-proto": "https, http" },
    undefined,
    "https://f.example.org",
  ],
  [
    "a public address that was set",
    { host: "app:3000" },
    "https://f.example.org/x",
    "https://f.example.org",
  ],
  // A start script sets localhost; who came by 127.0.0.1 must not be sent to where their cookie is not.
  [
    "a local address that was set",
    { host: "127.0.0.1:4567" },
    "http://localhost:4567",
    "http://127.0.0.1:4567",
  ],
  ["nonsense", { host: "a b" }, undefined, "http://localhost"],
])("is the browser's view: %s", (_, headers, configured, expected) => {
  expect(ownOrigin(new Headers(headers as Record<string, string>), configured)).toBe(expected);
});
