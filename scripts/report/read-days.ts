import { z } from "zod";

/** `--from` and `--to` as days, null where not given. Throws an Error that says what is wrong with them. */
export function readDays(given: { from?: string | undefined; to?: string | undefined }): {
  from: string | null;
  to: string | null;
} {
  const from = readDay("--from", given.from);
  const to = readDay("--to", given.to);
  if (from && to && from > to) throw new Error(`--from ${from} is after --to ${to}.`);
  return { from, to };
}

function readDay(name: string, day: string | undefined): string | null {
  if (day === undefined) return null;
  if (z.iso.date().safeParse(day).success) return day;
  throw new Error(`${name} ${day} is no day. Write it as 2024-07-06.`);
}
