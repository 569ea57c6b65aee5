import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { openDataAirport } from "@/lib/db/airports/open-data-airport";
import { readFlightAnswer } from "@/lib/normalize/flights/read-flight-answer";
import { makeAnswers } from "../../scripts/bench/make-answers";

const answers = makeAnswers(2000);

const read = () =>
  answers.map(({ window, observedAt, body }) =>
    readFlightAnswer({
      stream: "flight-information",
      json: JSON.parse(body.toString("utf8")),
      observedAt,
      payloadId: window,
      payloadHash: createHash("sha256").update(body).digest("hex"),
      window,
      findPlace: openDataAirport,
    }),
  );

test("the same number of flights gives the same bytes", () => {
  const hashOf = (made: typeof answers) =>
    createHash("sha256")
      .update(Buffer.concat(made.map(({ body }) => body)))
      .digest("hex");
  expect(hashOf(makeAnswers(2000))).toBe(hashOf(answers));
  expect(hashOf(makeAnswers(1999))).not.toBe(hashOf(answers));
});

test("every row is one that the product understands, of as many flights as were asked for", () => {
  const readings = read();
  expect(readings.flatMap(({ rejects, drift }) => [...rejects, ...drift])).toEqual([]);
  const flights = new Set(
    readings.flatMap(({ observed }) =>
      observed.map(({ carrier, number, flightDate }) => `${carrier} ${number} ${flightDate}`),
    ),
  );
  expect(flights.size).toBe(2000);
});

test("codeshares are none, one and several as often as recorded", () => {
  const counts = read().flatMap(({ observed }) =>
    observed.map(({ codeshares }) => codeshares.length),
  );
  const share = (matches: (count: number) => boolean) =>
    Math.round((100 * counts.filter(matches).length) / counts.length);
  expect(Math.abs(share((count) => count === 0) - 33)).toBeLessThanOrEqual(5);
  expect(Math.abs(share((count) => count === 1) - 27)).toBeLessThanOrEqual(5);
  expect(Math.abs(share((count) => count > 1) - 40)).toBeLessThanOrEqual(5);
});
