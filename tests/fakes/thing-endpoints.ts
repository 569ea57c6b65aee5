import { expect } from "vitest";
import { z } from "zod";
import { AirportCode } from "@/lib/contract/codes";
import { defineEndpoint } from "@/lib/contract/endpoint";
import { Paging } from "@/lib/contract/paging";
import { Problem } from "@/lib/contract/problem";
import type { ServeOptions } from "@/lib/http/serve-options";
import { type Handler, serveWith } from "@/lib/http/serve-with";
import { fakeServePorts } from "./fake-serve-ports";

/** Small endpoints to serve: one to read, one that changes something. */
const getThing = defineEndpoint({
  id: "getThing",
  method: "GET",
  path: "/api/things/{code}",
  summary: "Get a thing",
  tag: "Things",
  access: "reader",
  params: z.strictObject({ code: AirportCode }),
  query: z.strictObject({ ...Paging.shape, kind: z.enum(["big", "small"]).optional() }),
  response: z.object({ code: z.string() }),
});
const saveThing = defineEndpoint({
  id: "saveThing",
  method: "POST",
  path: "/api/things",
  summary: "Save a thing",
  tag: "Things",
  access: "operator",
  body: z.strictObject({ name: z.string().min(2), size: z.number().int() }),
  response: z.object({ saved: z.boolean() }),
  status: 201,
});

const context = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params) });
const address = "http://127.0.0.1:4000";

/** Asks for a thing; the code is answered unless `handler` says else. */
export function askThing(
  search: string,
  {
    code = "FRA",
    headers = {},
    ports = fakeServePorts(),
    handler = ({ params }) => ({ code: params.code }),
    options,
  }: {
    code?: string;
    headers?: Record<string, string>;
    ports?: ReturnType<typeof fakeServePorts>;
    handler?: Handler<typeof getThing>;
    options?: ServeOptions;
  } = {},
) {
  const route = serveWith(() => ports)(getThing, handler, options);
  return route(
    new Request(`${address}/api/things/${code}${search}`, { headers }),
    context({ code }),
  );
}

/** Saves a thing as an operator; `saved` is what reached the handler. */
export function postThing(
  body: BodyInit | null,
  {
    headers = {},
    ports = fakeServePorts({ role: "operator" }),
  }: { headers?: Record<string, string>; ports?: ReturnType<typeof fakeServePorts> } = {},
) {
  const saved: unknown[] = [];
  const route = serveWith(() => ports)(saveThing, (input) => {
    saved.push(input.body);
    return { saved: true };
  });
  const request = new Request(`${address}/api/things`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", host: "127.0.0.1:4000", ...headers },
    // Node asks for this word when the body is a stream.
    ...({ duplex: "half" } as object),
  });
  return route(request, context()).then((response) => ({ response, saved }));
}

/** The problem that an answer is, with the names of the fields in it. */
export async function problemOf(response: Response): Promise<Problem & { names: string[] }> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return { ...problem, names: (problem.invalid_params ?? []).map(({ name }) => name) };
}
