import Link from "next/link";
import { formatCount } from "@/lib/format";
import styles from "./bar-list.module.css";

export type Bar = { key: string; label: string; value: number; href?: string };

/** Who has how many: one bar a line on one scale, sorted by whoever passes them. The whole line leads to its rows. */
export function BarList({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className={styles.list} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <BarLine bar={bar}>
            <span className={styles.label}>{bar.label}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.bar} style={{ width: `${(100 * bar.value) / most}%` }} />
            </span>
            <span className={styles.value}>{formatCount(bar.value)}</span>
          </BarLine>
        </li>
      ))}
    </ul>
  );
}

const BarLine = ({ bar, children }: { bar: Bar; children: React.ReactNode }) =>
  bar.href ? (
    <Link href={bar.href} className={styles.line}>
      {children}
    </Link>
  ) : (
    <span className={styles.line}>{children}</span>
  );
