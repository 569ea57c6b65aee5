import Link from "next/link";
import { Grid } from "@/components/layout/grid";
import { PageHead } from "@/components/layout/page-head";
import { PlaceMap } from "@/components/map/place-map";
import { Card } from "@/components/ui/card";
import { CodeTile } from "@/components/ui/code-tile";
import { type Fact, FactList } from "@/components/ui/fact-list";
import text from "@/components/ui/text.module.css";
import type { Airport } from "@/lib/contract/airports";
import { formatInstant, formatOffset, formatPosition, MISSING } from "@/lib/format";
import { airportsHref } from "./airport-search-params";
import styles from "./airport-view.module.css";
import { LocalClock } from "./local-clock";
import { LOCATION_TYPE_NAMES } from "./location-type-names";
import { SourceDifferences } from "./source-differences";

const SOURCES: Record<Airport["source"], string> = {
  stub: "A flight uses it; nobody knows more",
  sample: "Sample row of db:seed",
  open_data: "Open data (OurAirports)",
  lufthansa: "Lufthansa's list",
  manual: "Edited by a person",
};

const BASES = {
  sent: "as sent",
  derived: "derived from the position",
  manual: "set by a person",
} as const;

export function AirportView({ airport, tracked }: { airport: Airport; tracked: boolean }) {
  const { airport_code: code, latitude, longitude, time_zone } = airport;
  const hasPosition = latitude !== null && longitude !== null;
  const sub = [
    airport.country_name ?? airport.country_code,
    time_zone,
    hasPosition && formatPosition(latitude, longitude),
    tracked && "tracked",
  ];
  return (
    <>
      <PageHead
        parent={{ href: "/airports", name: "Airports", here: code }}
        lead={<CodeTile code={code} />}
        title={airport.name ?? code}
        sub={sub.filter(Boolean).join(" · ")}
        actions={time_zone && <LocalClock timeZone={time_zone} />}
      />
      <Grid>
        {airport.manual_fields.length > 0 && <SourceDifferences airport={airport} />}
        <Grid shape="wide-narrow">
          <Card
            title="Map"
            note={hasPosition ? formatPosition(latitude, longitude) : "No position was sent"}
            flush
          >
            <div className={styles.map}>
              {hasPosition && (
                <PlaceMap place={{ code, name: airport.name ?? "", latitude, longitude }} />
              )}
            </div>
          </Card>
          <Grid>
            <Card title="Facts">
              <FactList facts={factsOf(airport)} />
            </Card>
            <Card title="Where the data comes from">
              <FactList facts={originOf(airport)} />
            </Card>
          </Grid>
        </Grid>
      </Grid>
    </>
  );
}

const factsOf = (airport: Airport): Fact[] => [
  {
    name: "Type",
    value: airport.location_type ? LOCATION_TYPE_NAMES[airport.location_type].one : "not sent",
  },
  {
    name: "City",
    value: airport.city_code ? (
      <>
        <b className={text.code}>{airport.city_code}</b> {airport.city_name}
      </>
    ) : (
      MISSING
    ),
  },
  {
    name: "Country",
    value: airport.country_code ? (
      <Link href={airportsHref({ country: airport.country_code })}>
        {airport.country_name ?? airport.country_code}
      </Link>
    ) : (
      MISSING
    ),
  },
  { name: "Position", value: formatPosition(airport.latitude, airport.longitude) },
  { name: "Standard time", value: formatOffset(airport.utc_offset) },
  { name: "Time zone", value: <TimeZone airport={airport} /> },
];

const TimeZone = ({ airport: { time_zone, time_zone_basis } }: { airport: Airport }) =>
  time_zone ? (
    <>
      {time_zone} {time_zone_basis && <span className={text.muted}>{BASES[time_zone_basis]}</span>}
    </>
  ) : (
    "not sent, and not clear from the position"
  );

const originOf = (airport: Airport): Fact[] => [
  { name: "Record", value: SOURCES[airport.source] },
  {
    name: "Raw answer",
    value: airport.payload_id ? (
      <Link href={`/payloads/${airport.payload_id}`}>As it was sent</Link>
    ) : (
      "none"
    ),
  },
  {
    name: "Run",
    value: airport.run_id ? (
      <Link href={`/sync/runs/${airport.run_id}`}>The run that wrote it</Link>
    ) : (
      "none"
    ),
  },
  { name: "First stored", value: formatInstant(airport.created_at) },
  { name: "Last changed", value: formatInstant(airport.updated_at) },
];
