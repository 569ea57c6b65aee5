import { beforeAll, describe, expect, it } from "vitest";
import type { Endpoint } from "@/lib/contract/endpoint";
import { endpoints } from "@/lib/contract/endpoints";
import { overrideEnv } from "@/lib/env";
import { testDatabase } from "@/tests/servers/test-database";
import { everyCaller, type TestCaller } from "./fixtures/callers";
import { fetchRoutes } from "./fixtures/fetch-routes";

testDatabase();

let callers: Record<string, TestCaller> = {};
beforeAll(async () => {
  overrideEnv({
    NEXTAUTH_SECRET: "a secret of this test, long enough",
    API_CALLS_PER_MINUTE: 0,
    // Nothing listens there: no test asks the real source.
    LUFTHANSA_BASE_URL: "http://127.0.0.1:9",
  });
  callers = await everyCaller();
});

const LET_IN = 400;
const RANK = { reader: 0, viewer: 1, operator: 2, admin: 3 } as const;

/** What the contract alone says of it, written a second time on purpose: `checkAccess` must agree. */
function expected(endpoint: Endpoint, who: TestCaller, publicReads: boolean): number {
  const { access, method } = endpoint;
  if (access === "anybody") return LET_IN;
  if (who.scopes?.length === 0) return 401;
  if (who.role === null) return access === "reader" && publicReads ? LET_IN : 401;
  if (RANK[who.role] < RANK[access]) return 403;
  if (who.scopes === null) return LET_IN;
  const scope = endpoint.keyScope ?? (method === "GET" ? "read" : "write");
  return scope !== "never" && who.scopes.includes(scope) ? LET_IN : 403;
}

const named = endpoints.map(
  (endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const,
);

const everybody = async <T>(
  ask: (who: TestCaller) => T | Promise<T>,
): Promise<Record<string, T>> => {
  const answers: Record<string, T> = {};
  for (const [name, who] of Object.entries(callers)) answers[name] = await ask(who);
  return answers;
};

/** A parameter that no operation has is refused after access is checked and before anything is done. */
const NOT_A_PARAMETER = "?no_such_parameter=1";

const ask = ({ method, ...endpoint }: Endpoint, who: TestCaller, search: string) =>
  fetchRoutes(`${pathOf(endpoint)}${search}`, { method, headers: who.headers });

/** Texts of which one fits each part of a path. */
const PLACES = ["FRA", "DE", "LH", "1", "flight-status", "018f4b1e-0000-7000-8000-000000000000"];

const pathOf = ({ path, params }: Pick<Endpoint, "path" | "params">): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fits = (text: string) => params?.shape[name]?.safeParse(text).success;
    return PLACES.find(fits) ?? "x";
  });

describe.each([
  ["public", true],
  ["closed", false],
])("where reads are %s", (_, publicReads) => {
  beforeAll(() => overrideEnv({ API_PUBLIC_READS: publicReads }));

  it.each(named)(
    "%s lets in whom the contract lets in, and nobody else",
    async (_name, endpoint) => {
      const statuses = await everybody(async (who) => {
        const response = await ask(endpoint, who, NOT_A_PARAMETER);
        expect(response.headers.get("www-authenticate")).toBe(
          response.status === 401 ? "Bearer" : null,
        );
        return response.status;
      });
      expect(statuses).toEqual(await everybody((who) => expected(endpoint, who, publicReads)));
    },
  );
});

describe("once let in", () => {
  beforeAll(() => overrideEnv({ API_PUBLIC_READS: true }));

  it.each(named.filter(([, { method }]) => method === "GET"))(
    "%s is refused to nobody by what it does",
    async (_name, endpoint) => {
      const isRefused = await everybody(async (who) => {
        const response = await ask(endpoint, who, "");
        await response.body?.cancel();
        return response.status === 401 || response.status === 403;
      });
      expect(isRefused).toEqual(await everybody((who) => expected(endpoint, who, true) !== LET_IN));
    },
  );
});
