"use client";
import { useQuery } from "@tanstack/react-query";
import { isBusy } from "@/components/sync/run-words";
import { RUNS_SHOWN } from "@/components/sync/runs-shown";
import { callPage } from "@/lib/contract/call-api";
import type { Page } from "@/lib/contract/paging";
import { listRuns, type Run } from "@/lib/contract/sync";

const BUSY_MS = 1500;
const QUIET_MS = 15_000;

/** The newest runs, asked again every moment while one is busy, now and then otherwise. */
export function useLiveRuns(initial: Page<Run>): Page<Run> {
  const { data } = useQuery({
    queryKey: [listRuns.id, "newest"],
    queryFn: () => callPage(listRuns, { query: { limit: RUNS_SHOWN } }),
    initialData: initial,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some(isBusy) ? BUSY_MS : QUIET_MS),
  });
  return data;
}
