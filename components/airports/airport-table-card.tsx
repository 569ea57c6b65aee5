"use client";
import { Button } from "@mantine/core";
import { useAirportView } from "@/components/hooks/use-airport-view";
import { Pager } from "@/components/tables/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Airport } from "@/lib/contract/airports";
import { formatNoun } from "@/lib/format";
import { AirportFilters, type CountryChoice } from "./airport-filters";
import { AirportList } from "./airport-list";
import { airportsHref, isFiltered, PAGE_SIZE } from "./airport-search-params";
import { AirportTable } from "./airport-table";
import styles from "./airport-table-card.module.css";

type AirportTableCardProps = {
  airports: Airport[];
  total: number;
  countries: readonly CountryChoice[];
};

/** Filters, rows and pages. While the server makes new rows, the old ones stay, paler. */
export function AirportTableCard({ airports, total, countries }: AirportTableCardProps) {
  const { search, change, clear, pending } = useAirportView();
  return (
    <section className={styles.card} aria-label="Airports" aria-busy={pending}>
      <AirportFilters search={search} countries={countries} onChange={change} onClear={clear} />
      <p className={styles.status} role="status">
        {pending ? "Looking for airports" : formatNoun(total, "place")}
      </p>
      <div className={styles.rows} data-pending={pending}>
        {airports.length > 0 ? (
          <>
            <AirportTable
              airports={airports}
              sort={search.sort}
              onSort={(sort) => change({ sort })}
            />
            <AirportList airports={airports} />
          </>
        ) : (
          <Nothing filtered={isFiltered(search)} total={total} onClear={clear} />
        )}
      </div>
      {airports.length > 0 && (
        <Pager
          page={search.page}
          pageSize={PAGE_SIZE}
          total={total}
          noun={["place", "places"]}
          hrefOf={(page) => airportsHref({ ...search, page })}
        />
      )}
    </section>
  );
}

type NothingProps = { filtered: boolean; total: number; onClear: () => void };

function Nothing({ filtered, total, onClear }: NothingProps) {
  if (total > 0) {
    return (
      <EmptyState
        title="The list ends before this page"
        actions={<Button onClick={onClear}>Show the first page</Button>}
      >
        There are {formatNoun(total, "place")}, {PAGE_SIZE} a page.
      </EmptyState>
    );
  }
  if (filtered) {
    return (
      <EmptyState
        title="No place matches these filters"
        actions={<Button onClick={onClear}>Clear filters</Button>}
      >
        Codes are found whole, names and cities by any part of them.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No airports are stored yet"
      actions={<LinkButton href="/sync">Go to Data Sync</LinkButton>}
    >
      They come with the first round of the reference lists. Data Sync shows how far it is.
    </EmptyState>
  );
}
