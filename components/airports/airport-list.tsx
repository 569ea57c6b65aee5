import Link from "next/link";
import type { Airport } from "@/lib/contract/airports";
import { formatOffset } from "@/lib/format";
import styles from "./airport-list.module.css";
import { LOCATION_TYPE_NAMES } from "./location-type-names";

/** The table's rows as a phone shows them: two lines each. */
export const AirportList = ({ airports }: { airports: readonly Airport[] }) => (
  <ul className={styles.list} aria-label="Airports">
    {airports.map((airport) => (
      <li key={airport.airport_code}>
        <Link href={`/airports/${airport.airport_code}`} className={styles.row}>
          <b className={styles.code}>{airport.airport_code}</b>
          <span className={styles.place}>
            <span className={styles.name}>{airport.name ?? "name not sent"}</span>
            <small>{airport.country_name ?? airport.country_code ?? "country not sent"}</small>
          </span>
          <span className={styles.side}>
            <span>{formatOffset(airport.utc_offset)}</span>
            <small>
              {airport.location_type
                ? LOCATION_TYPE_NAMES[airport.location_type].one
                : "type not sent"}
            </small>
          </span>
        </Link>
      </li>
    ))}
  </ul>
);
