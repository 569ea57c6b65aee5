import { z } from "zod";
import { referencePage } from "@/lib/lufthansa/endpoints";
import type { ReferenceStream } from "@/lib/model/stream";
import type { NormalizedList } from "@/lib/normalize/normalize-list";
import type { AskList } from "../list-reader";
import { type ListWindow, planList } from "../plan-list";
import type { ListKnowledge, LoadedWindow, PlannedWindow } from "../ports";
import { readWindow, type WindowReading } from "../read-window";
import type { WindowContext, WindowResult } from "../sync-stream";
import type { ReferenceDefinition } from "./reference-definition";
import { type Understanding, understandAnswers, withOrigins } from "./understand-answers";

/** How many positions behind a window are asked at most to fill its last record from twins. */
const MOST_AHEAD = 3;

const ListWindowPlan = z.object({
  from: z.number().int(),
  to: z.number().int(),
  isLast: z.boolean(),
}) satisfies z.ZodType<ListWindow>;

/** Windows of the list from a position on, by what is known of it. */
export function planListWindows(from: number, knowledge: ListKnowledge): PlannedWindow[] {
  const suspects = knowledge.unreadable;
  // An empty list is asked as if its length were unknown, else it would never be seen to fill.
  const totalCount = knowledge.totalCount || null;
  return planList({ from, totalCount, suspects }).map((plan) => ({
    scope: "list",
    key: `${plan.from}-${plan.to}`,
    plan,
  }));
}

/** Reads one window of a list, past positions that the source cannot show, and understands what came. */
export async function readListWindow<Rec>(
  definition: ReferenceDefinition<Rec>,
  window: PlannedWindow,
  context: WindowContext,
): Promise<WindowResult<Rec>> {
  const { from, to, isLast } = ListWindowPlan.parse(window.plan);
  const understanding = understandAnswers(definition.name);
  const ask = askList(definition.name, understanding, context);
  const suspects = new Set(context.knowledge.unreadable);
  const reading = await readWindow({
    from,
    to,
    totalCount: context.totalCount ?? (context.knowledge.totalCount || null),
    suspects,
    ask,
  });
  const normalized = await normalizeWithTwins(definition, { reading, to, suspects, ask }, context);
  for (const { index, ...finding } of normalized.notes) {
    understanding.note(finding, reading.items[index]?.payloadId ?? "");
  }
  const heard = reading.totalConfirmed ? reading.totalCount : context.totalCount;
  return {
    loaded: {
      ...withOrigins(normalized, reading.items),
      state: stateOf(reading),
      expected: expectedOf(reading, { from, to }),
      fetched: reading.items.length,
      unreadable: reading.unreadable,
      healed: [...reading.healed, ...(isLast ? behindTheEnd(heard, suspects) : [])],
      drift: understanding.drift(),
      lastCode: normalized.lastCode,
      more: isLast ? moreWindows(reading, { heard, to }, context.knowledge) : [],
      answered: null,
    },
    totalCount: heard,
    refused: isKeyGone(normalized) ? keyGone(definition.name) : null,
  };
}

const askList =
  (stream: ReferenceStream, understanding: Understanding, context: WindowContext): AskList =>
  async (offset, limit) => {
    const asked = await context.ask(referencePage(stream, { offset, limit }));
    const { payloadId } = asked;
    if (asked.kind !== "ok") {
      return { kind: "unreadable", status: asked.kind === "not_found" ? 404 : 500, payloadId };
    }
    const { items, totalCount } = understanding.open(asked);
    return { kind: "page", items, totalCount, payloadId };
  };

/**
 * Twins stand side by side in a list, and the border of two windows may part them. A later twin can only give what the
 * last record lacks, so only where it lacks something is the next position asked as well (about 1 window in 25).
 */
async function normalizeWithTwins<Rec>(
  { normalize }: ReferenceDefinition<Rec>,
  {
    reading,
    to,
    suspects,
    ask,
  }: { reading: WindowReading; to: number; suspects: ReadonlySet<number>; ask: AskList },
  { codeBefore }: WindowContext,
): Promise<NormalizedList<Rec>> {
  const items = reading.items.map(({ json }) => json);
  const ahead: unknown[] = [];
  let normalized = normalize({ items, codeBefore, ahead });
  let position = to;
  for (let asked = 0; asked < MOST_AHEAD && normalized.isOpen; asked++) {
    do position++;
    while (suspects.has(position));
    if (position > (reading.totalCount ?? to)) break;
    const answer = await ask(position, 1);
    if (answer.kind !== "page") break;
    ahead.push(...answer.items.slice(0, 1));
    normalized = normalize({ items, codeBefore, ahead });
  }
  return normalized;
}

/** One record without its code is a reject; where no record of a window has one, the field itself is gone. */
const isKeyGone = ({ records, rejects }: NormalizedList<unknown>): boolean =>
  records.length === 0 &&
  rejects.length > 1 &&
  rejects.every(({ rule }) => rule === "missing_code");

const keyGone = (stream: ReferenceStream): string =>
  `No record of ${stream} names its code any more: the source has changed its format, and asking on would only spend calls. The answers are kept raw, the rows of before stay; see the drift and rejects of this stream.`;

function stateOf({ items, unreadable }: WindowReading): LoadedWindow<unknown>["state"] {
  if (unreadable.length > 0) return "partial";
  return items.length > 0 ? "complete" : "empty";
}

function expectedOf({ totalCount }: WindowReading, { from, to }: { from: number; to: number }) {
  return totalCount === null ? null : Math.max(0, Math.min(to, totalCount) - from + 1);
}

/** Positions that a list has no longer are not unreadable any more. */
const behindTheEnd = (totalCount: number | null, suspects: ReadonlySet<number>): number[] =>
  totalCount === null ? [] : [...suspects].filter((position) => position > totalCount);

/** The list may be longer than planned; where no answer tells, a full window makes another one worth asking. */
function moreWindows(
  { items }: WindowReading,
  { heard, to }: { heard: number | null; to: number },
  { unreadable }: ListKnowledge,
): PlannedWindow[] {
  const isLonger = heard === null ? items.at(-1)?.position === to : heard > to;
  return isLonger ? planListWindows(to + 1, { unreadable, totalCount: heard }) : [];
}
