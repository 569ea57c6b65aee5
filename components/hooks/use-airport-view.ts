"use client";
import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { type AirportSearch, airportParsers } from "@/components/airports/airport-search-params";

const TYPING_MS = 250;

/**
 * The airports page's state, kept in its address. Every change but turning a page goes back to the first page. `pending`
 * while the server makes the rows of the new state.
 */
export function useAirportView(): {
  search: AirportSearch;
  change: (part: Partial<AirportSearch>) => void;
  clear: () => void;
  pending: boolean;
} {
  const [pending, startTransition] = useTransition();
  const [search, setSearch] = useQueryStates(airportParsers, {
    shallow: false,
    scroll: false,
    startTransition,
  });
  const change = (part: Partial<AirportSearch>) => {
    const typing = Boolean(part.q);
    void setSearch(
      { page: null, ...part },
      typing ? { limitUrlUpdates: debounce(TYPING_MS) } : undefined,
    );
  };
  const clear = () => void setSearch({ q: null, country: null, type: null, page: null });
  return { search, change, clear, pending };
}
