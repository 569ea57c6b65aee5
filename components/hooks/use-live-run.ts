"use client";
import { useQuery } from "@tanstack/react-query";
import { isBusy } from "@/components/sync/run-words";
import { callApi } from "@/lib/contract/call-api";
import { getRun, type Run } from "@/lib/contract/sync";

const BUSY_MS = 1500;

/** One run, asked again every moment until it is over. */
export function useLiveRun(initial: Run): Run {
  const { data } = useQuery({
    queryKey: [getRun.id, initial.id],
    queryFn: () => callApi(getRun, { params: { id: initial.id } }),
    initialData: initial,
    staleTime: BUSY_MS,
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? BUSY_MS : false),
  });
  return data;
}
