"use client";
import { useNow } from "@/components/layout/now-context";
import { formatLocalTime } from "@/lib/format";
import styles from "./local-clock.module.css";

/** The wall clock of an airport now. */
export function LocalClock({ timeZone }: { timeZone: string }) {
  const { time, weekday, zoneName, offset } = formatLocalTime(useNow(), timeZone);
  const zone = [zoneName, zoneName === offset ? "" : `(${offset})`].filter(Boolean).join(" ");
  return (
    <p className={styles.clock}>
      <b>{time}</b>
      <small>
        {weekday}, local, {zone}
      </small>
    </p>
  );
}
