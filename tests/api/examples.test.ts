import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Example } from "@/lib/contract/examples/example";
import { exampleRequests } from "@/lib/contract/examples/requests";
import { syncRequests } from "@/lib/contract/examples/sync-requests";
import { overrideEnv } from "@/lib/env";
import { onDay } from "@/lib/http/openapi-examples";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { startSmallSource } from "@/tests/integration/sync/small-source";
import { testDatabase } from "@/tests/servers/test-database";
import { signedIn } from "./fixtures/callers";
import {
  checkAnswer,
  complaints,
  operations,
  type PlacedOperation,
  pointer,
} from "./fixtures/check-answer";
import { fetchRoutes } from "./fixtures/fetch-routes";
import { shapeDifferences } from "./fixtures/shape-differences";
import { storeSmallWorld } from "./fixtures/small-world";
import { dayFromNow } from "./fixtures/stored-coverage";

testDatabase();

type Reply = { status: number; type?: string; body?: unknown };
const REPLIES = fileURLToPath(new URL("../../lib/contract/examples/replies.json", import.meta.url));
const written: Record<string, Reply> = JSON.parse(readFileSync(REPLIES, "utf8"));
/** With RECORD_EXAMPLES=1 this test writes the examples anew. */
const recorded: Record<string, Reply> | null = process.env.RECORD_EXAMPLES ? {} : null;

let admin: Record<string, string>;
let source: Sandbox;
beforeAll(async () => {
  source = await startSmallSource();
  overrideEnv({
    NEXTAUTH_SECRET: "a secret of this test, long enough",
    API_CALLS_PER_MINUTE: 0,
    MONGODB_URI: undefined,
    LUFTHANSA_BASE_URL: source.url,
  });
  admin = (await signedIn("admin", "admin")).headers;
  await storeSmallWorld();
});
afterAll(() => source.close());

/** The source is not asked for days long gone, so what would ask it is sent for today. */
const ASKING = ["startFlightSync", "previewBackfill", "startBackfill"];
const today = onDay(
  syncRequests.filter(({ endpoint }) => ASKING.includes(endpoint.id)),
  dayFromNow(0),
);
const requestOf = ({ operationId }: PlacedOperation["operation"]): Example | undefined =>
  [...today, ...exampleRequests].find(({ endpoint }) => endpoint.id === operationId);

const order = exampleRequests.map(({ endpoint }) => endpoint.id);
const inOrder = operations.toSorted(
  (a, b) => order.indexOf(a.operation.operationId) - order.indexOf(b.operation.operationId),
);

function send({ method, path, operation }: PlacedOperation, more = {}): Promise<Response> {
  const { params = {}, query = {}, body } = requestOf(operation) ?? {};
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, `${value}`]),
  );
  return fetchRoutes(`http://localhost${place}?${search}`, {
    method,
    headers: { ...admin, ...more, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

/** Files that are no text have no example. */
const isText = (type: string) => /^text\/|json$/.test(type);

async function read(response: Response): Promise<Reply> {
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const text = (await response.text()).replaceAll(
    /dst_[\w-]{20,}/g,
    "dst_thisIsAnExampleAndOpensNothing",
  );
  if (text === "" || !isText(type)) return { status: response.status };
  return { status: response.status, type, body: type.endsWith("json") ? JSON.parse(text) : text };
}

/** What is answered to who holds the answer already; asked twice where the minute counts, for it may end in between. */
async function sendHeld(placed: PlacedOperation): Promise<number> {
  const again = async () => {
    const etag = (await send(placed)).headers.get("etag") ?? "";
    const response = await send(placed, { "if-none-match": etag });
    expect(await checkAnswer(placed, response.clone())).toEqual([]);
    return response.status;
  };
  const first = await again();
  return first === 304 ? first : again();
}

describe("the example of", () => {
  it.each(inOrder.map((placed) => [placed.operation.operationId, placed] as const))(
    "%s works, and answers in the shape that is written down",
    async (id, placed) => {
      const response = await send(placed);
      expect(await checkAnswer(placed, response.clone())).toEqual([]);
      const reply = await read(response);
      expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
      if ("304" in placed.operation.responses) expect(await sendHeld(placed)).toBe(304);
      if (recorded) recorded[id] = short(reply);
      else expect(shapeDifferences(written[id], short(reply))).toEqual([]);
    },
  );
});

it.each(Object.entries(written))("what is written down of %s is as promised", (id, reply) => {
  const placed = operations.find(({ operation }) => operation.operationId === id);
  if (!placed) throw new Error(`${id} is no operation any more: write the examples anew`);
  if (!reply.type?.endsWith("json")) return;
  const { path, method } = placed;
  const place = ["paths", path, method.toLowerCase(), "responses", `${reply.status}`];
  const at = pointer([...place, "content", reply.type, "schema"]);
  expect(complaints(at, reply.body)).toEqual([]);
});

it("every operation has an example of its answer", () => {
  if (recorded) writeFileSync(REPLIES, `${JSON.stringify(recorded, null, 2)}\n`);
  const named = Object.keys(recorded ?? written).toSorted();
  expect(named).toEqual(operations.map(({ operation }) => operation.operationId).toSorted());
});

/** The document itself and the client are too long to be shown in the document. */
const LONGEST = 8000;
function short(reply: Reply): Reply {
  return JSON.stringify(reply.body ?? "").length <= LONGEST ? reply : { status: reply.status };
}
