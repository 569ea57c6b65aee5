import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createRecordedWindows } from "@/sandbox/replay/recorded-windows";
import { recordedDir } from "../recorded";
import { readAnswer, visitFlights } from "./operations";

const asked = (search = "") => ({ path: "/operations/customerflightinformation", search });

/** A directory with one recorded window of `count` flights. */
function makeRecording(count: number): string {
  const directory = mkdtempSync(join(tmpdir(), "recorded-windows-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  mkdirSync(join(directory, "customerflightinformation"));
  const flights = Array.from({ length: count }, (_, index) => ({
    Equipment: { AircraftCode: `Q${index}` },
  }));
  const window = {
    FlightInformation: {
      Flights: { Flight: count === 1 ? flights[0] : flights },
      Meta: { "@Version": "1.0.0", Link: [], TotalCount: count },
    },
  };
  writeFileSync(
    join(directory, "customerflightinformation", "2030-05-01.json"),
    JSON.stringify({ QQX_departure_0400: window }),
  );
  return directory;
}

test("a window by its airport, side and time; pages of it; nothing else", () => {
  const windows = createRecordedWindows(makeRecording(30));
  const rows = (search: string) => {
    const answer = windows.find("departures", "QQX", "2030-05-01T04:00", asked(search));
    return answer && "json" in answer
      ? readAnswer(JSON.parse(JSON.stringify(answer.json))).rows.length
      : null;
  };
  expect([rows("limit=50"), rows(""), rows("offset=20"), rows("offset=30")]).toEqual([
    30,
    20,
    10,
    null,
  ]);
  expect(windows.find("departures", "QQX", "2030-05-01T04:00", asked("limit=x"))?.status).toBe(400);
  expect(windows.find("arrivals", "QQX", "2030-05-01T04:00", asked())).toBeNull();
  expect(windows.find("departures", "QQX", "2030-05-01T08:00", asked())).toBeNull();
  expect(windows.find("departures", "QQX", "2030-05-02T04:00", asked())).toBeNull();
  expect(windows.find("departures", "QQX", "2030-05-01", asked())).toBeNull();
});

describe.skipIf(!recordedDir)("recorded: replay of whole days", { timeout: 60_000 }, () => {
  const directory = recordedDir ?? "";
  const folder = join(directory, "customerflightinformation");

  test("every window is served as it was recorded, whatever today is", async () => {
    const { operation } = await visitFlights("2030-05-02T12:00:00Z", { replayDir: directory });
    let windows = 0;
    for (const file of readdirSync(folder).slice(0, 3)) {
      const day: Record<string, unknown> = JSON.parse(readFileSync(join(folder, file), "utf8"));
      const date = file.replace(".json", "");
      for (const [key, recorded] of Object.entries(day)) {
        const [airport, side, time = ""] = key.split("_");
        const path = `customerflightinformation/${side}s/${airport}/${date}T${time.slice(0, 2)}:${time.slice(2)}`;
        const reply = await operation(`${path}?limit=50`);
        expect([path, reply.status]).toEqual([path, 200]);
        expect(JSON.parse(reply.text)).toEqual(recorded);
        windows++;
      }
    }
    expect(windows).toBeGreaterThan(700);
  });

  test("what was not recorded is not found", async () => {
    const { operation, sandbox } = await visitFlights("2024-07-06T12:00:00Z", {
      replayDir: directory,
    });
    for (const path of [
      "customerflightinformation/departures/FRA/2024-07-06T09:00",
      "customerflightinformation/departures/QQX/2024-07-06T10:00",
      "customerflightinformation/route/FRA/JFK/2024-07-06",
      "flightstatus/departures/FRA/2024-07-06T10:00",
      "schedules/FRA/JFK/2024-07-06",
    ]) {
      expect([path, (await operation(path)).status]).toEqual([path, 404]);
    }
    expect(sandbox.calls().by_endpoint).toMatchObject({
      "customerflightinformation/departures": { "404": 2 },
      "customerflightinformation/route": { "404": 1 },
      "flightstatus/departures": { "404": 1 },
      schedules: { "404": 1 },
    });
  });
});
