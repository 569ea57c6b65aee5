"use client";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { STREAM_NAMES } from "@/components/sync/stream-names";
import { callApi } from "@/lib/contract/call-api";
import { listRuns, startSync } from "@/lib/contract/sync";
import type { ReferenceStream } from "@/lib/model/stream";

async function startAll(streams: readonly ReferenceStream[]): Promise<void> {
  // One after the other: runs take their turns in the order in which they were asked for.
  for (const stream of streams) {
    // The page shows runs as they go; nobody waits for the end of one here.
    const { message } = await callApi(startSync, { params: { stream }, query: { wait: 0 } });
    notifications.show({ title: STREAM_NAMES[stream], message });
  }
}

/** Starts a run for each stream. `start` settles when all were asked for; a failure is shown, and those before it stand. */
export function useStartSync(): {
  start: (streams: readonly ReferenceStream[]) => Promise<void>;
  pending: boolean;
} {
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: startAll,
    onError: (error) =>
      notifications.show({
        color: "red",
        title: "Not every run was started",
        message: error.message,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: [listRuns.id] }),
  });
  return { start: (streams) => mutateAsync(streams).catch(() => undefined), pending: isPending };
}
