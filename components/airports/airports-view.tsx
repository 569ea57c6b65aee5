import clsx from "clsx";
import { PageHead } from "@/components/layout/page-head";
import { Age } from "@/components/ui/age";
import text from "@/components/ui/text.module.css";
import type { Airport, AirportFilter } from "@/lib/contract/airports";
import { formatCount, formatNoun } from "@/lib/format";
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
          {Object.keys(props.filter).length > 0
            ? " match the filters"
            : `, ${formatCount(props.tracked.length)} tracked`}
          . <LastWhole at={props.lastCompleteAt} />{" "}
          <a href="#map" className={clsx(styles.toMap, text.underlined)}>
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

const LastWhole = ({ at }: { at: string | null }) =>
  at ? (
    <>
      The list was last collected whole <Age of={at} />.
    </>
  ) : (
    "The list was not collected whole yet."
  );
