"use client";
import { useQuery } from "@tanstack/react-query";
import { callApi } from "@/lib/contract/call-api";
import { getHealth, type Health } from "@/lib/contract/system";

const EVERY_MS = 60_000;

/** The health of everything, asked again each minute; `initial` until there is a newer one, null until there is one. */
export function useHealth(initial: Health | null): Health | null {
  const { data } = useQuery({
    queryKey: [getHealth.id],
    queryFn: () => callApi(getHealth, {}),
    ...(initial && {
      initialData: initial,
      initialDataUpdatedAt: new Date(initial.checked_at).getTime(),
    }),
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
  });
  return data ?? null;
}
