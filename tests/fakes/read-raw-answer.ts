import type { ObservedFlight, WindowAnswer } from "@/lib/model/flight";
import { readFlightAnswer } from "@/lib/normalize/flights/read-flight-answer";
import type { RawAnswer } from "./conflicting-answers";

const ZONES: Readonly<Record<string, string>> = { FRA: "Europe/Berlin", ZRH: "Europe/Zurich" };

/** One whole answer, understood as the engine does. Throws when an item of it is a reject: the answers are made to be read. */
export function readRawAnswer({ stream, window, startedAt, observedAt, pages }: RawAnswer): {
  observed: ObservedFlight[];
  answer: WindowAnswer;
} {
  const observed = pages.flatMap((page) => {
    const reading = readFlightAnswer({
      ...page,
      stream,
      window,
      findPlace: (code) => ({ timeZone: ZONES[code] ?? null, locationType: "airport" }),
    });
    const [reject] = reading.rejects;
    if (reject) throw new Error(`${reject.rule}: ${reject.message}`);
    return reading.observed;
  });
  return { observed, answer: { stream, window, startedAt, observedAt } };
}
