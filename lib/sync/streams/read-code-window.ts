import { AppError } from "@/lib/errors";
import { referenceByCode } from "@/lib/lufthansa/endpoints";
import type { PlannedWindow } from "../ports";
import type { WindowContext, WindowResult } from "../sync-stream";
import type { ReferenceDefinition } from "./reference-definition";
import { understandAnswers, withOrigins } from "./understand-answers";

/** One window a code. */
export const planCodeWindows = (codes: readonly string[]): PlannedWindow[] =>
  codes.map((code) => ({ scope: "code", key: code, plan: null }));

/** Asks for one record by its code; a code that the source does not know is an empty window. */
export async function readCodeWindow<Rec>(
  { name, normalize }: ReferenceDefinition<Rec>,
  window: PlannedWindow,
  context: WindowContext,
): Promise<WindowResult<Rec>> {
  const asked = await context.ask(referenceByCode(name, window.key));
  if (asked.kind === "backend_error") {
    throw new AppError(
      "upstream_unavailable",
      `The source failed on ${window.key}; it is asked again.`,
    );
  }
  const understanding = understandAnswers(name);
  const items = asked.kind === "ok" ? understanding.open(asked).items : [];
  const normalized = normalize({ items, codeBefore: null, ahead: [] });
  const { payloadId } = asked;
  for (const { index: _, ...finding } of normalized.notes) understanding.note(finding, payloadId);
  return {
    loaded: {
      ...withOrigins(
        normalized,
        items.map(() => ({ payloadId, position: null })),
      ),
      state: items.length > 0 ? "complete" : "empty",
      expected: null,
      fetched: items.length,
      unreadable: [],
      healed: [],
      drift: understanding.drift(),
      lastCode: null,
      more: [],
      answered: null,
    },
    totalCount: null,
    refused: null,
  };
}
