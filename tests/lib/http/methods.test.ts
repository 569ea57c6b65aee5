import { expect, it } from "vitest";
import { methods } from "@/lib/http/methods";
import { serveUnknown } from "@/lib/http/serve-unknown";
import type { Route } from "@/lib/http/serve-with";

const context = { params: Promise.resolve({}) };
const got: Route = async () => new Response("got");
const request = (method: string) => new Request("http://x/api/things", { method });

it("a method that a path does not have is a problem that names those it has", async () => {
  const routes = methods({ GET: got, DELETE: got });
  expect(await (await routes.GET(request("GET"), context)).text()).toBe("got");
  for (const method of ["POST", "PUT", "PATCH"] as const) {
    const response = await routes[method](request(method), context);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, DELETE, OPTIONS");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "method_not_allowed", status: 405 });
  }
});

it("OPTIONS tells the methods", async () => {
  const routes = methods({ POST: got });
  const response = await routes.OPTIONS(request("OPTIONS"), context);
  expect(response.status).toBe(204);
  expect(response.headers.get("allow")).toBe("POST, OPTIONS");
  // Next makes HEAD from GET, which is not there.
  expect((await routes.GET(request("HEAD"), context)).status).toBe(405);
});

it("an unknown path is a problem, and is not repeated as HTML", async () => {
  const response = await serveUnknown(new Request("http://x/api/<b>?x=1"), context);
  expect(response.status).toBe(404);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await response.json()).toMatchObject({
    code: "not_found",
    instance: "/api/%3Cb%3E",
    invalid_params: [{ name: "path" }],
  });
});
