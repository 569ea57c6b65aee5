import { PageHead } from "@/components/layout/page-head";
import { Age } from "@/components/ui/age";
import type { Airport, AirportFilter } from "@/lib/contract/airports";
import { formatNoun } from "@/lib/format";
import type { CountryChoice } from "./airport-filters";
import { AirportMapCard } from "./airport-map-card";
import { AirportTableCard } from "./airport-table-card";
import styles from "./airports-view.module.css";

type AirportsViewProps = {
  airports: Airport[];
  total: number;
  filter: AirportFilter;
  countries: readonly CountryChoice[];
  tracked: readonly string[];
  /** When the whole list was last answered. */
  lastCompleteAt: string | null;
};

export const AirportsView = (props: AirportsViewProps) => (
  <>
    <PageHead
      title="Airports"
      sub={
        <>
          {formatNoun(props.total, "place")}
          {Object.keys(props.filter).length > 0 && " match"}, {props.tracked.length} tracked. The
          list was last collected whole{" "}
          {props.lastCompleteAt ? <Age of={props.lastCompleteAt} /> : "never"}.{" "}
          <a href="#map" className={styles.toMap}>
            Go to the map
          </a>
        </>
      }
    />
    <div className={styles.split}>
      <AirportTableCard airports={props.airports} total={props.total} countries={props.countries} />
      <div id="map" className={styles.map}>
        <AirportMapCard filter={props.filter} tracked={props.tracked} />
      </div>
    </div>
  </>
);
