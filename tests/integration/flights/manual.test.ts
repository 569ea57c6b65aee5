import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bumpDataVersion } from "@/lib/db/data-version";
import { loadFlights } from "@/lib/db/flights/load-flights";
import { personSays } from "@/lib/db/flights/person-says";
import { replaceFlight } from "@/lib/db/flights/replace-flight";
import { transaction } from "@/lib/db/transaction";
import { SYSTEM } from "@/lib/model/actor";
import type { ObservedFlight } from "@/lib/model/flight";
import { conflictingAnswers } from "../../fakes/conflicting-answers";
import { nothingSaid, wallTime } from "../../fakes/flight-observations";
import { permutations } from "../../fakes/permutations";
import { readRawAnswer } from "../../fakes/read-raw-answer";
import { testDatabase } from "../../servers/test-database";
import { DAYS, normalizeAgain, spoil, threeDays } from "../import/three-days";
import { expectCounted } from "./counted";
import { emptyFlights, load, rowsOf, stored } from "./flight-fixture";

testDatabase();
afterEach(expectCounted);

const LX1070 = {
  ...{ carrier: "LX", number: 1070, numberText: "1070", suffix: "" },
  ...{ origin: "FRA", destination: "ZRH", flightDate: "2030-05-01" },
};

describe("what a person says", () => {
  beforeEach(emptyFlights);
  const said = {
    ...nothingSaid(),
    scheduledDeparture: wallTime("07:12", "sent"),
    status: "cancelled",
    arrivalGate: "E9",
  } as const;
  const now = new Date("2030-04-30T12:00:00Z");
  const mine = personSays(LX1070, { said, knownBy: "2030-05-01T07:10", now });

  it("gives the same rows and events with answers that conflict, in every order of loading", async () => {
    for (const answers of fc.sample(conflictingAnswers(3, 2), { numRuns: 4, seed: 1070 })) {
      const loads = [
        { observed: [mine] as readonly ObservedFlight[] },
        ...answers.map(readRawAnswer).map(({ observed, answer }) => ({
          observed,
          answers: [answer],
        })),
      ];
      const results = new Set<string>();
      for (const order of permutations(loads)) {
        await emptyFlights();
        for (const each of order) await load(each);
        const rows = await stored();
        results.add(JSON.stringify(rows));
        const edited = rows.filter(({ source }) => source === "manual");
        expect(edited).toMatchObject([
          {
            status: "cancelled",
            arrival_gate: "E9",
            scheduled_departure_local: "2030-05-01T07:12",
          },
        ]);
      }
      expect(results.size).toBe(1);
    }
  });

  it("is loaded beside answers that come at the same time", async () => {
    const [answers = []] = fc.sample(conflictingAnswers(8, 6), { numRuns: 1, seed: 569 });
    const loads = answers.map(readRawAnswer);
    await Promise.all([
      load({ observed: [mine] }),
      ...loads.map(({ observed, answer }) => load({ observed, answers: [answer] })),
    ]);
    const together = await stored();
    await emptyFlights();
    await load({ observed: [mine] });
    for (const { observed, answer } of loads) await load({ observed, answers: [answer] });
    expect(await stored()).toEqual(together);
  });

  it("is forgotten by name, and the answers alone are left", async () => {
    const [answers = []] = fc.sample(conflictingAnswers(3, 3), { numRuns: 1, seed: 7 });
    for (const raw of answers) {
      const { observed, answer } = readRawAnswer(raw);
      await load({ observed, answers: [answer] });
    }
    const before = await stored();
    await load({ observed: [mine] });
    expect(await stored()).not.toEqual(before);
    await transaction(async (connection) => {
      const wish = { runId: null, now, observed: [], answers: [], forgets: [mine] };
      await loadFlights(connection, wish);
      await bumpDataVersion(connection);
    });
    expect(await stored()).toEqual(before);
  });
});

describe("normalizing again", () => {
  const { right } = threeDays();

  it("leaves what a person said, and mends the rest", async () => {
    const [day] = DAYS;
    const find = `SELECT id FROM flights WHERE flight_date = '${day}' AND number = 900`;
    const id = Number((await rowsOf(find))[0]?.id);
    const by = { actor: SYSTEM, precondition: null };
    await replaceFlight(id, { registration: "DAIXA", arrival_terminal: "5" }, by);
    await spoil(day);
    expect(await normalizeAgain()).toMatchObject({ status: "complete", updated: 1 });
    const shown = `SELECT registration, arrival_terminal, departure_gate, arrival_gate, source FROM flights WHERE id = ${id}`;
    expect(await rowsOf(shown)).toEqual([
      {
        registration: "DAIXA",
        arrival_terminal: "5",
        departure_gate: "A2",
        arrival_gate: null,
        source: "manual",
      },
    ]);
    const flights = (await rowsOf("SELECT source FROM flights")).map(({ source }) => source);
    expect(flights.filter((source) => source === "lufthansa")).toHaveLength(
      (right()[0]?.length ?? 0) - 1,
    );
  });
});
