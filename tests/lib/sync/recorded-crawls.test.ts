import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LIST_SCOPE, REFERENCE_STREAMS, type ReferenceStream } from "@/lib/model/stream";
import { runStream } from "@/lib/sync/run-stream";
import { referenceStreams } from "@/lib/sync/streams/reference-streams";
import type { SyncStream } from "@/lib/sync/sync-stream";
import { referenceSource } from "../../fakes/reference-source";
import { type SyncMemory, syncMemory, syncPorts } from "../../fakes/sync-ports";
import { recordedDir } from "../../recorded";
import { recordedWorld } from "../../recorded-lists";

const streams = referenceStreams({ countryOfAirline: () => null, continentOf: () => null });

type Coded = { code: string };

/** Crawls a recorded list as a run does, with successors, and returns what is stored and how many calls it took. */
async function crawl(stream: ReferenceStream, memory: SyncMemory<Coded>) {
  const source = referenceSource(stream, recordedWorld(recordedDir ?? "", stream));
  const ports = syncPorts(memory, { source });
  // Every stream's records have a code; which other fields they have does not matter here.
  const definition = streams[stream] as unknown as SyncStream<Coded>;
  let result = await runStream({ stream: definition, runId: "run-1", ports });
  while (result.kind === "continue") {
    result = await runStream({ stream: definition, runId: "run-1", ports });
  }
  return { result, calls: source.questions.length, counts: sum(memory) };
}

const sum = ({ windows, unreadable }: SyncMemory<Coded>) => {
  const total = { fetched: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const { counts } of windows) {
    total.fetched += counts.fetched;
    total.inserted += counts.inserted;
    total.updated += counts.updated;
    total.unchanged += counts.unchanged;
    total.rejected += counts.rejected;
  }
  return { ...total, unreadable: unreadable.size };
};

/** The same database, asked again by a new run. */
const nextRun = (memory: SyncMemory<Coded>): SyncMemory<Coded> => ({
  ...syncMemory(memory.run.stream),
  rows: memory.rows,
  unreadable: memory.unreadable,
  totalCount: memory.windows.reduce((total, { expected }) => total + (expected ?? 0), 0),
});

const EXPECTED = {
  countries: { fetched: 238, inserted: 238, rejected: 0, unreadable: 0, first: 3, next: 3 },
  airlines: { fetched: 1132, inserted: 1127, rejected: 5, unreadable: 0, first: 16, next: 16 },
  aircraft: { fetched: 382, inserted: 381, rejected: 1, unreadable: 0, first: 8, next: 8 },
  cities: { fetched: 10_666, inserted: 10_666, rejected: 0, unreadable: 22, first: 290, next: 150 },
  airports: {
    fetched: 11_785,
    inserted: 11_782,
    rejected: 3,
    unreadable: 68,
    first: 650,
    next: 240,
  },
} as const satisfies Record<ReferenceStream, unknown>;

/** One city has a zone that is none; airports have zones of elsewhere (tests/lib/normalize/recorded.test.ts). */
const UNUSABLE: Partial<Record<ReferenceStream, readonly string[]>> = {
  cities: ["Cities.City[].TimeZoneId Dummy Time Zone"],
  airports: [
    "America/Hermosillo",
    "America/Mazatlan",
    "America/Phoenix",
    "America/Santiago",
    "America/Whitehorse",
    "Australia/Darwin",
    "Europe/Rome",
    "Europe/Volgograd",
  ].map((zone) => `Airports.Airport[].TimeZoneId ${zone}`),
};

describe.skipIf(!recordedDir)("recorded: whole crawls", () => {
  test.each(REFERENCE_STREAMS)(
    "%s: the first crawl finds everything, the next one changes nothing with fewer calls",
    async (stream) => {
      const memory = syncMemory<Coded>(stream);
      const { fetched, inserted, rejected, unreadable, ...most } = EXPECTED[stream];

      const first = await crawl(stream, memory);
      expect(first.result).toEqual({ kind: "finished", status: "complete" });
      expect(first.counts).toEqual({
        fetched,
        inserted,
        updated: 0,
        unchanged: 0,
        rejected,
        unreadable,
      });
      const unusable = UNUSABLE[stream] ?? [];
      expect([...memory.drift.keys()].sort()).toEqual(
        unusable.map((found) => `unusable_value ${found}`),
      );

      const again = nextRun(memory);
      const next = await crawl(stream, again);
      expect(next.counts).toEqual({
        fetched,
        inserted: 0,
        updated: 0,
        unchanged: inserted,
        rejected,
        unreadable,
      });
      expect(first.calls).toBeLessThanOrEqual(most.first);
      expect(next.calls).toBeLessThanOrEqual(most.next);
      if (process.env.SHOW)
        process.stdout.write(
          `${stream} ${first.calls} ${next.calls} ${memory.windows.length} ${again.windows.length}\n`,
        );
    },
  );

  test("positions are the ones that were recorded as unreadable", async () => {
    const memory = syncMemory<Coded>("airports");
    await crawl("airports", memory);
    const file = join(recordedDir ?? "", "behaviour/unreadable_list_offsets.json");
    const recorded = JSON.parse(readFileSync(file, "utf8"));
    expect([...memory.unreadable.keys()]).toEqual(
      recorded.airports_en.unreadable.map(({ offset }: { offset: number }) => offset),
    );
    expect(memory.run.scope).toEqual(LIST_SCOPE);
  });
});
