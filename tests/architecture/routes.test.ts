import { expect, test } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { filesIn, read } from "./source-files";

/** Served, but not promised: machinery with a protocol of its own. */
const NOT_PROMISED = /^\w+ \/api\/(inngest|auth|docs|metrics|\[\.\.\.unknown\])/;

const served = filesIn(["app/api"], /route\.ts$/)
  .flatMap((file) => {
    const path = `/${file.slice("app/".length, -"/route.ts".length)}`;
    const text = read(file);
    const names = text.matchAll(/\b(GET|POST|PUT|DELETE|PATCH): serve\(/g);
    return [...names].map(([, name]) => `${name} ${path}`);
  })
  .filter((route) => !NOT_PROMISED.test(route))
  .map((route) => route.replaceAll(/\[(\w+)\]/g, "{$1}"));

test("every promised endpoint is served, and nothing else", () => {
  const promised = endpoints.map(({ method, path }) => `${method} ${path}`);
  expect(served.toSorted()).toEqual(promised.toSorted());
});

test("ids of endpoints are unique", () => {
  const ids = endpoints.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
