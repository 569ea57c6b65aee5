import { useId } from "react";
import styles from "./map-box.module.css";

/** The place of a map: named, and to be stepped over with one key. */
export function MapBox({ label, children }: { label: string; children: React.ReactNode }) {
  const end = useId();
  return (
    <section className={styles.box} aria-label={label}>
      <a href={`#${end}`} className={styles.skip}>
        Skip the map
      </a>
      {children}
      <span id={end} tabIndex={-1} />
    </section>
  );
}
