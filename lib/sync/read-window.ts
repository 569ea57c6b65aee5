import { judgePosition } from "./judge-position";
import {
  type AskList,
  type ListFailure,
  type ListItem,
  type ListReader,
  lastPosition,
  takePage,
  type UnreadablePosition,
} from "./list-reader";

/** Larger limits are cut to this by the source (API.md section 6). */
const PAGE_LIMIT = 100;

/**
 * After so many halvings in a row that were answered, a position is named by elimination alone, and a passing failure
 * of one large page would look the same: it is asked by itself. After fewer, only a small page failed, which is asked
 * so seldom that asking again would cost more calls than it saves records.
 */
const HALVINGS_TO_CONFIRM = 4;

type WindowQuestion = {
  from: number;
  to: number;
  /** Length of the list as last heard; null when nobody has said. */
  totalCount: number | null;
  /** Positions that were unreadable before: each is asked by itself, for they heal. */
  suspects: ReadonlySet<number>;
  ask: AskList;
};

export type WindowReading = {
  /** Each readable position of the window once, in order. */
  items: readonly ListItem[];
  unreadable: readonly UnreadablePosition[];
  /** Suspects that could be read. */
  healed: readonly number[];
  /** Length of the list as last heard, and whether an answer of this window said so. */
  totalCount: number | null;
  totalConfirmed: boolean;
};

/**
 * Reads positions `from` to `to` of a list in which single positions make every page that contains them fail (API.md
 * section 6.1: the first such position decides whether the page answers 404 or 500). A failing page is halved until its
 * first unreadable position is found (at most 7 calls), then reading goes on behind it.
 * Throws AppError("upstream_unavailable") when the failures look like an outage rather than like unreadable records.
 */
export async function readWindow(question: WindowQuestion): Promise<WindowReading> {
  const { totalCount, ...asked } = question;
  const reader: ListReader = {
    ...asked,
    total: totalCount,
    totalConfirmed: false,
    items: [],
    unreadable: [],
    healed: [],
    hasAnswered: false,
    judgedSince: 0,
    unbacked: 0,
  };
  let position = reader.from;
  while (position <= lastPosition(reader)) {
    position = reader.suspects.has(position)
      ? await readSuspect(reader, position)
      : await readStretch(reader, position);
  }
  return toReading(reader);
}

function toReading({ items, unreadable, healed, total, totalConfirmed }: ListReader) {
  const end = totalConfirmed && total !== null ? total : Number.POSITIVE_INFINITY;
  return {
    items,
    // What answered 404 behind the end of a list that became shorter is no unreadable record.
    unreadable: unreadable.filter(({ position }) => position <= end),
    healed,
    totalCount: total,
    totalConfirmed,
  };
}

async function readSuspect(reader: ListReader, position: number): Promise<number> {
  const answer = await reader.ask(position, 1);
  if (answer.kind === "page") {
    reader.healed.push(position);
    return takePage(reader, position, 1, answer);
  }
  reader.unreadable.push({ position, status: answer.status, payloadId: answer.payloadId });
  return position + 1;
}

/** Reads from `from` up to the next suspect, and returns the position to go on at. */
async function readStretch(reader: ListReader, from: number): Promise<number> {
  const end = Math.min(lastPosition(reader), from + PAGE_LIMIT - 1);
  let to = from;
  while (to < end && !reader.suspects.has(to + 1)) to++;
  const answer = await reader.ask(from, to - from + 1);
  return answer.kind === "page"
    ? takePage(reader, from, to - from + 1, answer)
    : narrow(reader, from, to, answer);
}

/** Finds the first unreadable position of a failed page, reads what is before it, and returns where to go on. */
async function narrow(
  reader: ListReader,
  from: number,
  to: number,
  pageFailure: ListFailure,
): Promise<number> {
  let low = from;
  let high = to;
  let failure = pageFailure;
  let halvingsAnswered = 0;
  while (low < high && high <= lastPosition(reader)) {
    const middle = Math.floor((low + high) / 2);
    const answer = await reader.ask(low, middle - low + 1);
    if (answer.kind === "page") {
      low = takePage(reader, low, middle - low + 1, answer);
      halvingsAnswered++;
    } else {
      high = middle;
      failure = answer;
      halvingsAnswered = 0;
    }
  }
  // The list became shorter meanwhile: nothing says any more that what is left holds an unreadable position.
  if (high > lastPosition(reader)) return low;
  if (halvingsAnswered >= HALVINGS_TO_CONFIRM) {
    const answer = await reader.ask(low, 1);
    if (answer.kind === "page") return takePage(reader, low, 1, answer);
    failure = answer;
  }
  const { status, payloadId } = failure;
  return judgePosition(reader, { position: low, status, payloadId });
}
