"use client";
import { Button } from "@mantine/core";
import { useCancelRun } from "@/components/hooks/use-cancel-run";
import type { Run } from "@/lib/contract/sync";
import { describeScope } from "./describe-scope";
import { isBusy } from "./run-words";

/** Stops a run after the window it is asking. Nothing when it is over. */
export function CancelButton({ run }: { run: Run }) {
  const { cancel, pending } = useCancelRun(run.id);
  if (!isBusy(run)) return null;
  return (
    <Button
      size="xs"
      variant="default"
      onClick={cancel}
      loading={pending}
      disabled={run.cancel_requested}
      aria-label={`Cancel ${describeScope(run)}`}
    >
      {run.cancel_requested ? "Stopping" : "Cancel"}
    </Button>
  );
}
