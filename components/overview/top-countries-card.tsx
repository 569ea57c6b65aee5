import Link from "next/link";
import { airportsHref } from "@/components/airports/airport-search-params";
import { BarList } from "@/components/charts/bar-list";
import { ChartCard } from "@/components/charts/chart-card";
import { PlainTable } from "@/components/tables/plain-table";
import type { Overview } from "@/lib/contract/overview";
import { formatCount, formatNoun, formatPercent } from "@/lib/format";
import { NothingYet } from "./nothing-yet";

type Country = Overview["top_countries"][number];

const nameOf = ({ country_name, country_code }: Country) => country_name ?? country_code;

/** The rows that a bar counts: places of type airport. */
const hrefOf = ({ country_code }: Country) =>
  airportsHref({ country: country_code, type: "airport" });

type TopCountriesCardProps = { countries: readonly Country[]; airports: number };

export const TopCountriesCard = ({ countries, airports }: TopCountriesCardProps) => (
  <ChartCard
    title="Countries by airports"
    note={`Top ${countries.length} · ${formatNoun(airports, "airport")} in all · a bar leads to its airports`}
    chart={
      countries.length > 0 ? (
        <BarList
          label="Countries by airports"
          bars={countries.map((country) => ({
            key: country.country_code,
            label: nameOf(country),
            value: country.airports,
            href: hrefOf(country),
          }))}
        />
      ) : (
        <NothingYet what="airports" />
      )
    }
    table={
      <PlainTable
        inset
        label="Countries by airports"
        rows={countries}
        rowKey={({ country_code }) => country_code}
        columns={[
          {
            head: "Country",
            render: (country) => <Link href={hrefOf(country)}>{nameOf(country)}</Link>,
          },
          { head: "Airports", numeric: true, render: (it) => formatCount(it.airports) },
          {
            head: "Share of all",
            numeric: true,
            render: (it) => formatPercent(it.airports, airports),
          },
        ]}
      />
    }
  />
);
