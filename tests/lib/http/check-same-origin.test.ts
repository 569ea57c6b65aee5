import { expect, it } from "vitest";
import { checkSameOrigin } from "@/lib/http/check-same-origin";

const HERE = { host: "f.example.org" };

it.each([
  ["a program", {}, true],
  ["our page", { origin: "http://f.example.org", "sec-fetch-site": "same-origin" }, true],
  ["our page, in an old browser", { origin: "http://f.example.org" }, true],
  ["an address typed in", { "sec-fetch-site": "none" }, true],
  ["another site", { origin: "https://evil.example" }, false],
  [
    "another site, in disguise",
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    false,
  ],
  ["a sandboxed frame", { origin: "null" }, false],
  ["another site that hides itself", { "sec-fetch-site": "cross-site" }, false],
  ["another host of our site", { "sec-fetch-site": "same-site" }, false],
  ["another port", { origin: "http://f.example.org:8080" }, false],
  // https ends at a proxy that nobody told us of.
  [
    "our page over https",
    { origin: "https://f.example.org", "sec-fetch-site": "same-origin" },
    true,
  ],
  ["who only says so", { origin: "https://f.example.org" }, false],
])("%s: %j may change something: %s", (_, headers, may) => {
  const check = () => checkSameOrigin(new Headers({ ...HERE, ...(headers as object) }));
  if (may) expect(check).not.toThrow();
  else expect(check).toThrow(/another site/);
});

it("says what to set where both may be the same", () => {
  const headers = new Headers({ host: "app:3000", origin: "https://f.example.org" });
  expect(() => checkSameOrigin(headers)).toThrow(
    /http:\/\/app:3000.*NEXTAUTH_URL.*TRUSTED_PROXIES/,
  );
});
