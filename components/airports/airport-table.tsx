"use client";
import clsx from "clsx";
import { DataTable, type DataTableColumn, type DataTableSortStatus } from "mantine-datatable";
import Link from "next/link";
import text from "@/components/ui/text.module.css";
import { AIRPORT_SORTS, type Airport, type AirportSort } from "@/lib/contract/airports";
import { formatOffset } from "@/lib/format";
import styles from "./airport-table.module.css";
import { LOCATION_TYPE_NAMES } from "./location-type-names";

const NOT_SENT = <span className={text.muted}>not sent</span>;

/** Most airports are called after their city; writing it twice says nothing. */
const namesCity = ({ name, city_name }: Airport) => !city_name || name?.includes(city_name);

const COLUMNS: DataTableColumn<Airport>[] = [
  {
    accessor: "airport_code",
    title: "Code",
    width: 74,
    sortable: true,
    render: ({ airport_code }) => (
      <Link href={`/airports/${airport_code}`} className={text.code}>
        {airport_code}
      </Link>
    ),
  },
  {
    accessor: "name",
    title: "Name",
    sortable: true,
    ellipsis: true,
    render: (airport) => (
      <span className={styles.name}>
        <span title={airport.name ?? undefined}>{airport.name ?? NOT_SENT}</span>
        {namesCity(airport) || (
          <span className={text.muted} title={airport.city_name ?? undefined}>
            {airport.city_name}
          </span>
        )}
      </span>
    ),
  },
  {
    accessor: "country_code",
    title: "Country",
    sortable: true,
    width: 150,
    ellipsis: true,
    render: ({ country_name, country_code }) => (
      <span title={country_name ?? undefined}>{country_name ?? country_code ?? NOT_SENT}</span>
    ),
  },
  {
    accessor: "location_type",
    title: "Type",
    width: 112,
    render: ({ location_type }) =>
      location_type ? LOCATION_TYPE_NAMES[location_type].one : NOT_SENT,
  },
  {
    accessor: "time_zone",
    title: "Time zone",
    width: 150,
    ellipsis: true,
    render: ({ time_zone, utc_offset }) =>
      time_zone ? (
        <span title={time_zone}>{time_zone}</span>
      ) : (
        <span className={text.muted}>{formatOffset(utc_offset)}, no zone</span>
      ),
  },
];

/** `-name` is name, descending. */
const toStatus = (sort: AirportSort): DataTableSortStatus<Airport> => ({
  columnAccessor: sort.replace("-", ""),
  direction: sort.startsWith("-") ? "desc" : "asc",
});

const toSort = ({ columnAccessor, direction }: DataTableSortStatus<Airport>): AirportSort => {
  const wanted = `${direction === "desc" ? "-" : ""}${String(columnAccessor)}`;
  return AIRPORT_SORTS.find((sort) => sort === wanted) ?? "airport_code";
};

type AirportTableProps = {
  airports: Airport[];
  sort: AirportSort;
  onSort: (sort: AirportSort) => void;
};

export const AirportTable = ({ airports, sort, onSort }: AirportTableProps) => (
  <DataTable
    className={clsx(styles.table)}
    aria-label="Airports"
    idAccessor="airport_code"
    records={airports}
    columns={COLUMNS}
    sortStatus={toStatus(sort)}
    onSortStatusChange={(status) => onSort(toSort(status))}
    withTableBorder={false}
    highlightOnHover
    highlightOnHoverColor="var(--c-hover)"
    verticalSpacing={6}
    horizontalSpacing={10}
    fz={13}
    minHeight={0}
    noRecordsText=""
  />
);
