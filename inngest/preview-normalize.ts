import { findPlaces } from "@/lib/db/airports/find-places";
import { type FlightDifference, previewFlights } from "@/lib/db/flights/preview-flights";
import { compareWithStored, type ObservationChanges } from "@/lib/db/normalize/compare-with-stored";
import { findAnsweredDays } from "@/lib/db/normalize/find-answered-days";
import type { FlightStream } from "@/lib/model/stream";
import {
  type LostAnswer,
  type RereadAnswer,
  rereadAnswers,
} from "@/lib/sync/normalize-again/reread-answers";
import { findKeptAnswers } from "./find-kept-answers";
import { rawStore } from "./raw-store";

/** What is held in memory at most of answers that say something else than before. */
const MOST_DIFFERING = 50_000;
const SAMPLES = 20;

/** What normalizing these days again would change. Counts are of all days up to `to`, samples are the first ones. */
export type NormalizePreview = {
  stream: FlightStream;
  from: string;
  /** The last day that was looked at: earlier than asked where too much differs to be told at once. */
  to: string;
  isWhole: boolean;
  days: number;
  answers: number;
  /** Items of the answers. */
  rows: number;
  lost: { answers: number; samples: readonly LostAnswer[] };
  observations: ObservationChanges;
  flights: { added: number; changed: number; removed: number };
  /** In how many flights each field would change. */
  fields: Record<string, number>;
  samples: readonly FlightDifference[];
};

/**
 * Reads the kept answers of these local days with today's parser and tells which rows and fields that would change. Nothing
 * is written, and nobody is asked. Throws `database_unavailable`.
 */
export async function previewNormalize(wish: {
  stream: FlightStream;
  from: string;
  to: string;
}): Promise<NormalizePreview> {
  const { stream, from, to } = wish;
  const [store, findPlace] = await Promise.all([rawStore(), findPlaces()]);
  const all = await findAnsweredDays(stream, { from, to });
  const seen = { days: 0, answers: 0, rows: 0, observations: { changed: 0, added: 0, gone: 0 } };
  const lost: LostAnswer[] = [];
  const differing: RereadAnswer[] = [];
  let held = 0;
  for (const day of all) {
    if (held >= MOST_DIFFERING) break;
    const reread = rereadAnswers(stream, await findKeptAnswers(store, stream, day), findPlace);
    const compared = await compareWithStored(reread.answers);
    seen.days += 1;
    seen.answers += reread.answers.length;
    seen.rows += reread.fetched;
    for (const kind of ["changed", "added", "gone"] as const) {
      seen.observations[kind] += compared.changes[kind];
    }
    lost.push(...reread.lost);
    differing.push(...compared.differing);
    held += compared.differing.reduce((sum, { observed }) => sum + observed.length, 0);
  }
  const isWhole = seen.days === all.length;
  return {
    stream,
    from,
    to: isWhole ? to : (all[seen.days - 1] ?? to),
    isWhole,
    ...seen,
    lost: { answers: lost.length, samples: lost.slice(0, SAMPLES) },
    ...summarize(await findDifferences(differing)),
  };
}

const findDifferences = (differing: readonly RereadAnswer[]): Promise<FlightDifference[]> =>
  previewFlights({
    observed: differing.flatMap(({ observed }) => observed),
    answers: [],
    replaces: differing.map(({ payloadId }) => payloadId),
  });

function summarize(
  differences: readonly FlightDifference[],
): Pick<NormalizePreview, "flights" | "fields" | "samples"> {
  const flights = { added: 0, changed: 0, removed: 0 };
  const fields: Record<string, number> = {};
  for (const difference of differences) {
    flights[difference.kind] += 1;
    if (difference.kind !== "changed") continue;
    for (const { field } of difference.fields) fields[field] = (fields[field] ?? 0) + 1;
  }
  return { flights, fields, samples: differences.slice(0, SAMPLES) };
}
