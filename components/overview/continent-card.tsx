import { ChartCard } from "@/components/charts/chart-card";
import { ColumnChart } from "@/components/charts/column-chart";
import { PlainTable } from "@/components/tables/plain-table";
import type { Overview } from "@/lib/contract/overview";
import { formatCount, formatNoun, formatPercent } from "@/lib/format";
import { continentName } from "./continent-names";
import { NothingYet } from "./nothing-yet";

type Continent = Overview["by_continent"][number];
type ContinentCardProps = { continents: readonly Continent[]; airports: number };

const nameOf = ({ continent }: Continent) => continentName(continent);

const inWords = (continents: readonly Continent[]) =>
  continents.map((it) => `${nameOf(it)} ${formatCount(it.airports)}`).join(", ");

export const ContinentCard = ({ continents, airports }: ContinentCardProps) => (
  <ChartCard
    title="Airports by continent"
    note={`${formatNoun(airports, "airport")} in all · the continent is the country's`}
    chart={
      continents.length > 0 ? (
        <ColumnChart
          label={`Airports by continent: ${inWords(continents)}`}
          unit="airports"
          columns={continents.map((it) => ({ name: nameOf(it), value: it.airports }))}
        />
      ) : (
        <NothingYet what="airports" />
      )
    }
    table={
      <PlainTable
        inset
        label="Airports by continent"
        rows={continents}
        rowKey={nameOf}
        columns={[
          { head: "Continent", render: nameOf },
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
