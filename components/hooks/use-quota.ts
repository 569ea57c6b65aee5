"use client";
import { useQuery } from "@tanstack/react-query";
import { callApi } from "@/lib/contract/call-api";
import { getQuota, type QuotaState } from "@/lib/contract/quota";

const EVERY_MS = 5000;

/** The calls of this clock hour, asked again every few seconds; null while the source has not been reached. */
export function useQuota(initial: QuotaState | null): QuotaState | null {
  const { data } = useQuery({
    queryKey: [getQuota.id],
    queryFn: () => callApi(getQuota, {}),
    ...(initial ? { initialData: initial } : {}),
    refetchInterval: EVERY_MS,
  });
  return data ?? null;
}
