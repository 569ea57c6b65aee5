import { beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { MOST_EXPORTS, takeExportPlace } from "@/lib/export/export-places";
import { serveRoutes } from "@/tests/servers/serve-routes";
import { testDatabase } from "@/tests/servers/test-database";
import { storeManyFlights } from "./fixtures/many-flights";

testDatabase();
const server = serveRoutes();
const DOUBLINGS = 15;
const FLIGHTS = 2 ** DOUBLINGS;

beforeAll(() => storeManyFlights(DOUBLINGS));

/** Statements that read for an export now. */
const reading = () =>
  query(
    z.object({ id: z.number() }),
    "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE '%AS sold_as FROM flights f%' AND id <> CONNECTION_ID()",
  );

async function begin(signal?: AbortSignal) {
  const answer = await fetch(`${server.address}/api/flights/export?format=ndjson`, {
    ...(signal ? { signal } : {}),
  });
  expect(answer.status).toBe(200);
  const reader = answer.body?.getReader();
  if (!reader) throw new Error("An answer without a body.");
  const first = await reader.read();
  return { reader, first: first.value ?? new Uint8Array() };
}

/** How many lines there are in all, the first piece included. */
async function countLines({ reader, first }: Awaited<ReturnType<typeof begin>>): Promise<number> {
  const count = (piece: Uint8Array) =>
    piece.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 0);
  let lines = count(first);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return lines;
    lines += count(value);
  }
}

/** All statements have ended and all places are free. */
const expectNothingLeft = () =>
  vi.waitFor(
    async () => {
      expect(await reading()).toEqual([]);
      const taken = Array.from({ length: MOST_EXPORTS }, takeExportPlace);
      for (const leave of taken) leave();
    },
    { timeout: 20_000, interval: 50 },
  );

it("ends the statement when the client goes", async () => {
  const gone = new AbortController();
  await begin(gone.signal);
  expect(await reading()).toHaveLength(1);
  gone.abort();
  await expectNothingLeft();
});

it("waits for slow clients, who take no connection from others and block no writer, and gives them all of one moment", async () => {
  const slow = await Promise.all(Array.from({ length: MOST_EXPORTS }, () => begin()));
  expect(await reading()).toHaveLength(MOST_EXPORTS);
  const refused = await fetch(`${server.address}/api/flights/export`);
  expect(refused.status).toBe(429);
  await refused.arrayBuffer();
  await execute("UPDATE flights SET carrier = 'XX' WHERE id > ?", [FLIGHTS - 10]);
  await execute("DELETE FROM flights WHERE id = ?", [FLIGHTS]);
  const others = Array.from({ length: 12 }, () => fetch(`${server.address}/api/flights?limit=1`));
  for (const { status } of await Promise.all(others)) expect(status).toBe(200);
  const counts = await Promise.all(slow.map(countLines));
  expect(counts).toEqual(Array(MOST_EXPORTS).fill(FLIGHTS));
  await expectNothingLeft();
});

it("breaks off where the database goes in the middle, so that the client sees it, and works again after", async () => {
  const begun = await begin();
  const [statement] = await reading();
  await execute(`KILL ${statement?.id}`);
  await expect(countLines(begun)).rejects.toThrow();
  await expectNothingLeft();
  expect(await countLines(await begin())).toBe(FLIGHTS - 1);
});
