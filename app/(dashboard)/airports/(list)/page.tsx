import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import {
  airportsHref,
  loadAirportSearch,
  toAirportFilter,
  toAirportQuery,
} from "@/components/airports/airport-search-params";
import { AirportsView } from "@/components/airports/airports-view";
import { signInHref } from "@/components/login/safe-path";
import { findPageCaller } from "@/lib/auth/caller";
import { findAirports } from "@/lib/db/airports/find-airports";
import { listCountriesWithAirports } from "@/lib/db/airports/list-countries-with-airports";
import { findLastComplete } from "@/lib/db/runs/find-last-runs";
import { DEFAULT_AIRPORTS } from "@/lib/model/tracked";

export const metadata: Metadata = { title: "Airports" };

export default async function AirportsPage({ searchParams }: PageProps<"/airports">) {
  const search = await loadAirportSearch(searchParams);
  if (!(await findPageCaller(await headers()))) redirect(signInHref(airportsHref(search)));
  const filter = toAirportFilter(search);
  const { country_code: _, ...withoutCountry } = filter;
  const [page, countries, lastComplete] = await Promise.all([
    findAirports(toAirportQuery(search)),
    listCountriesWithAirports(withoutCountry),
    findLastComplete(),
  ]);
  return (
    <AirportsView
      airports={page.items}
      total={page.total}
      filter={filter}
      countries={countries}
      tracked={DEFAULT_AIRPORTS}
      lastCompleteAt={lastComplete.get("airports")?.toISOString() ?? null}
    />
  );
}
