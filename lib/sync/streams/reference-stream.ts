import type { Scope } from "@/lib/model/stream";
import type { ListKnowledge } from "../ports";
import type { StreamPlan, SyncStream } from "../sync-stream";
import { planCodeWindows, readCodeWindow } from "./read-code-window";
import { planListWindows, readListWindow } from "./read-list-window";
import type { ReferenceDefinition } from "./reference-definition";

/** A stream of reference records: the whole list by position, or single records by code. */
export function referenceStream<Rec extends { code: string }>(
  definition: ReferenceDefinition<Rec>,
): SyncStream<Rec> {
  return {
    name: definition.name,
    plan(scope: Scope, knowledge: ListKnowledge): StreamPlan {
      if (scope.kind === "flights") throw new Error(`${definition.name} is no stream of flights`);
      const windows =
        scope.kind === "codes" ? planCodeWindows(scope.codes) : planListWindows(1, knowledge);
      return { windows, note: null };
    },
    placeOf: ({ key }) => key,
    read: (window, context) =>
      window.scope === "list"
        ? readListWindow(definition, window, context)
        : readCodeWindow(definition, window, context),
  };
}
