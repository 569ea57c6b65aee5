"use client";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { callApi } from "@/lib/contract/call-api";
import { cancelRun, getRun, listRuns } from "@/lib/contract/sync";

/** Asks a run to stop. What it stored stays. */
export function useCancelRun(id: string): { cancel: () => void; pending: boolean } {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => callApi(cancelRun, { params: { id } }),
    onSuccess: (run) => client.setQueryData([getRun.id, id], run),
    onError: (error) =>
      notifications.show({
        color: "red",
        title: "The run was not cancelled",
        message: error.message,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: [listRuns.id] }),
  });
  return { cancel: () => mutate(), pending: isPending };
}
