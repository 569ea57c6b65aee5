import { AppError } from "@/lib/errors";
import { hearPage, type ListReader, lastPosition, type UnreadablePosition } from "./list-reader";

/** No recorded list has more unreadable neighbours than this: so many are believed where the list answered before. */
const BELIEVED_NEIGHBOURS = 2;

/** How many unbacked judgements in a row are borne where no position is known to be readable. */
const PATIENCE = 3;

/**
 * Notes that a position is unreadable and returns where to go on. One failing position and an outage look alike, and so
 * do a 404 in the list and a 404 behind its end. So when a window answered nothing yet, or nothing since two positions
 * were judged, a position that was readable before is asked: if it answers, the failure is the record's own, and its
 * TotalCount says whether the list ended. If it fails as well this is an outage: recording it would lose dozens of
 * records. Throws AppError("upstream_unavailable") then.
 */
export async function judgePosition(
  reader: ListReader,
  found: UnreadablePosition,
): Promise<number> {
  if (!(await isBacked(reader, found))) bear(reader, found);
  if (found.position > lastPosition(reader)) return found.position;
  reader.unreadable.push(found);
  reader.judgedSince++;
  return found.position + 1;
}

async function isBacked(reader: ListReader, { status }: UnreadablePosition): Promise<boolean> {
  const believed = reader.total === null ? 1 : BELIEVED_NEIGHBOURS;
  if (reader.hasAnswered && reader.judgedSince < believed) return true;
  const isAnswered = await askControl(reader);
  return isAnswered && (status === 500 || reader.total !== null);
}

async function askControl(reader: ListReader): Promise<boolean> {
  for (const position of controlPositions(reader)) {
    const answer = await reader.ask(position, 1);
    if (answer.kind !== "page") continue;
    hearPage(reader, position, answer);
    return true;
  }
  return false;
}

function controlPositions(reader: ListReader): number[] {
  const known = readableBefore(reader);
  if (known.length > 0) return known;
  const behind = reader.to + 1;
  const hasBehind = behind <= (reader.total ?? Number.POSITIVE_INFINITY);
  // Asked once: if it failed for the first position it will for the second.
  return hasBehind && reader.unbacked === 0 ? [behind] : [];
}

/** Positions that this crawl could read: the last one of the window or else before it, and the first of the list. */
function readableBefore({ from, items, suspects }: ListReader): number[] {
  let before = from - 1;
  while (suspects.has(before)) before--;
  let beginning = 1;
  while (suspects.has(beginning)) beginning++;
  // In the first window itself a suspect may just have been read, and another position not.
  const first = from === 1 ? (items[0]?.position ?? 0) : beginning;
  const last = items.at(-1)?.position ?? before;
  return [...new Set([last, first])].filter((position) => position >= 1 && position <= last);
}

function bear(reader: ListReader, { position, status }: UnreadablePosition): void {
  reader.unbacked++;
  const isNothingKnown = reader.total === null || readableBefore(reader).length === 0;
  if (isNothingKnown && reader.unbacked < PATIENCE) return;
  const isAllNotFound = status === 404 && reader.unreadable.every((bad) => bad.status === 404);
  if (reader.total === null && isAllNotFound) {
    // Nobody ever said how long the list is: it is taken for as long as it could be read.
    reader.total = reader.items.at(-1)?.position ?? reader.from - 1;
    reader.totalConfirmed = true;
    return;
  }
  throw new AppError(
    "upstream_unavailable",
    `Position ${position} of the list answered ${status}, and so did positions that were readable before: an outage rather than an unreadable record. Nothing of this window was stored; it is asked again.`,
  );
}
