import { beforeEach, describe, expect, it } from "vitest";
import { previewFlights } from "@/lib/db/flights/preview-flights";
import { wallTime } from "../../fakes/flight-observations";
import { testDatabase } from "../../servers/test-database";
import { emptyFlights, everything, load, rowsOf, seen } from "./flight-fixture";

testDatabase();
beforeEach(emptyFlights);

const PLAN = { status: "scheduled", serviceType: "air", stops: 0, aircraftType: "221" } as const;
const PLANNED = seen({ at: "2030-04-30T06:00", soldAs: ["LH5771", "UA9150"], said: PLAN });
const DEPARTED = seen({
  at: "2030-05-01T08:00",
  stream: "flight-status",
  said: { status: "departed", actualDeparture: wallTime("07:31", "sent"), departureGate: "A12" },
});

describe("answers read again", () => {
  const better = { ...DEPARTED, said: { ...DEPARTED.said, departureGate: "A13" } };

  it("are previewed without writing, then take the place of what they said before", async () => {
    await load({ observed: [PLANNED, DEPARTED] });
    const before = await everything();
    const wish = { observed: [better], answers: [], replaces: [DEPARTED.payloadId] };
    const preview = await previewFlights(wish);
    expect(preview).toMatchObject([
      {
        kind: "changed",
        key: { carrier: "LX", number: 1070, operation: "" },
        fields: [
          { field: "departure_gate", from: "A12", to: "A13" },
          { field: "events", from: 4, to: 4 },
        ],
      },
    ]);
    expect(await everything()).toEqual(before);

    expect(await load(wish)).toEqual(["updated"]);
    expect(await rowsOf("SELECT departure_gate FROM flights")).toEqual([{ departure_gate: "A13" }]);
    expect(await previewFlights(wish)).toEqual([]);
  });

  it("take a flight with them that nothing else tells of", async () => {
    await load({ observed: [DEPARTED] });
    const wish = { observed: [], answers: [], replaces: [DEPARTED.payloadId] };
    expect(await previewFlights(wish)).toMatchObject([{ kind: "removed" }]);
    await load(wish);
    expect((await everything()).slice(0, 6)).toEqual([[], [], [], [], [], []]);
  });
});
