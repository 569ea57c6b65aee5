"use client";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Airport, listAirports } from "@/lib/contract/airports";
import { callApi } from "@/lib/contract/call-api";

const SHOWN = 8;
const TYPING_MS = 180;

/** Airports whose code, name or city has `typed` in it, looked up on the server once typing pauses. */
export function useAirportSearch(typed: string): {
  airports: readonly Airport[];
  state: "idle" | "searching" | "done" | "failed";
} {
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const asked = q !== "";
  const { data, isFetching, isError } = useQuery({
    queryKey: [listAirports.id, "search", q],
    queryFn: () => callApi(listAirports, { query: { q, limit: SHOWN } }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  if (!asked) return { airports: [], state: "idle" };
  if (isError) return { airports: [], state: "failed" };
  return { airports: data ?? [], state: isFetching ? "searching" : "done" };
}
