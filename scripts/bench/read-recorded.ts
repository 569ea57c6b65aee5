import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { BenchAnswer } from "./make-answers";

const NAME = /^([A-Z]{3})_(arrival|departure)_(\d\d)(\d\d)$/;
const BOARD_MS = 4 * 3_600_000;

/** The answers in recorded days of customer flight information: files named after their day, answers keyed `FRA_departure_0600`. */
export function readRecorded(directory: string): BenchAnswer[] {
  const files = readdirSync(directory).filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name));
  if (files.length === 0) throw new Error(`${directory} holds no recorded day (2030-05-01.json).`);
  return files.sort().flatMap((file) => {
    const answers = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(join(directory, file), "utf8")));
    return Object.entries(answers).map(([name, json]) => {
      const [, airport, side, hour, minute] = NAME.exec(name) ?? [];
      if (!airport) throw new Error(`${file}: "${name}" is no name of a board.`);
      const start = `${file.slice(0, 10)}T${hour}:${minute}`;
      return {
        window: `${airport}/${side}s ${start}`,
        observedAt: new Date(Date.parse(`${start}Z`) + BOARD_MS),
        body: Buffer.from(JSON.stringify(json)),
      };
    });
  });
}
