import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { overrideEnv } from "@/lib/env";
import { testDatabase } from "@/tests/servers/test-database";
import { oddRequest, type Sketch, validRequest } from "./fixtures/arbitrary-request";
import { ALL, bearer, key, signedIn } from "./fixtures/callers";
import { checkAnswer, operations, type PlacedOperation } from "./fixtures/check-answer";
import { fetchRoutes } from "./fixtures/fetch-routes";
import { storeSmallWorld } from "./fixtures/small-world";

testDatabase();

/** Another seed: FUZZ_SEED=7 (and FUZZ_RUNS=10 for ten times as many requests). */
const SEED = Number(process.env.FUZZ_SEED ?? 20261124);
const RUNS = Number(process.env.FUZZ_RUNS ?? 1);

const callers: Record<string, Record<string, string>> = { nobody: {} };
beforeAll(async () => {
  overrideEnv({
    NEXTAUTH_SECRET: "a secret of this test, long enough",
    API_CALLS_PER_MINUTE: 0,
    MONGODB_URI: undefined,
    // Nothing listens there: no test asks the real source.
    LUFTHANSA_BASE_URL: "http://127.0.0.1:9",
  });
  await storeSmallWorld();
  callers.viewer = (await signedIn("viewer", "viewer")).headers;
  await letAdminIn();
});

let admins = 0;
/** A request may well end the session of who sends it: then somebody else goes on. */
async function letAdminIn(): Promise<void> {
  const account = await fetchRoutes("http://localhost/api/account", {
    headers: callers.admin ?? {},
  });
  await account.body?.cancel();
  if (account.status === 200) return;
  admins += 1;
  const { id, headers } = await signedIn("admin", `admin${admins}`);
  callers.admin = headers;
  callers.key = bearer(await key(id, ALL));
}

/** How many requests of each kind somebody sends of each operation. */
const SENT = { nobody: 2, viewer: 2, admin: 8, key: 3 };
type Who = keyof typeof SENT;

async function send(placed: PlacedOperation, who: Who, sketch: Sketch): Promise<Response> {
  const { params, query, headers, body } = sketch;
  const place = placed.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const search = new URLSearchParams(query);
  // Else each sync would be waited for.
  if (placed.path.startsWith("/api/sync/") && !search.has("wait") && takesWait(placed))
    search.set("wait", "0");
  return fetchRoutes(`http://localhost${place}?${search}`, {
    method: placed.method,
    headers: { ...headers, ...callers[who] },
    ...(body === undefined ? {} : { body }),
  });
}

const takesWait = ({ operation }: PlacedOperation) =>
  operation.parameters?.some(({ name }) => name === "wait");

/** A report of bad health is no failure to report, and the source is not there in this test. */
const isOurFault = ({ path }: PlacedOperation, { status }: Response) =>
  status >= 500 &&
  !(path === "/api/health" && status === 503) &&
  !(path.startsWith("/api/sync/") && status === 502);

async function askAs(who: Who, placed: PlacedOperation, kind: typeof validRequest) {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(kind(placed), async (sketch) => {
      const response = await send(placed, who, sketch);
      seen.add(response.status);
      if (isOurFault(placed, response))
        throw new Error(`${response.status}: ${await response.text()}`);
      expect(await checkAnswer(placed, response)).toEqual([]);
    }),
    { seed: SEED, numRuns: SENT[who] * RUNS },
  );
  return seen;
}

const named = operations.map((placed) => [placed.operation.operationId, placed] as const);

describe(`with seed ${SEED}`, () => {
  it.each(named)("%s answers every request as documented, and never breaks", async (_, placed) => {
    await letAdminIn();
    const seen = new Set<number>();
    for (const who of Object.keys(SENT) as Who[]) {
      for (const status of await askAs(who, placed, validRequest)) seen.add(status);
      await askAs(who, placed, oddRequest);
    }
    // Else nothing was tried but the door.
    expect([...seen].filter((status) => ![400, 401, 403].includes(status))).not.toEqual([]);
  });
});
