"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type AirportFilter, listAirportPositions } from "@/lib/contract/airports";
import { callApi } from "@/lib/contract/call-api";

const FRESH_MS = 5 * 60_000;

/** Positions of all airports that match `filter`; those of the filter before stay while new ones come. */
export const useAirportPositions = (filter: AirportFilter) =>
  useQuery({
    queryKey: [listAirportPositions.id, filter],
    queryFn: () => callApi(listAirportPositions, { query: filter }),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
