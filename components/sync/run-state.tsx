import clsx from "clsx";
import { StateLabel } from "@/components/ui/state-label";
import text from "@/components/ui/text.module.css";
import type { Run } from "@/lib/contract/sync";
import { describeState } from "./run-words";

export function RunState({ run, short = false }: { run: Run; short?: boolean }) {
  const { kind, word, more } = describeState(run);
  return (
    <StateLabel kind={kind}>
      {word}
      {more && !short && <span className={clsx(text.second, text.wide)}>, {more}</span>}
    </StateLabel>
  );
}
