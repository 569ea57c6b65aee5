import clsx from "clsx";
import { useId } from "react";
import styles from "./card.module.css";

type CardProps = {
  title: string;
  /** n, unit, period, zone. */
  note?: React.ReactNode;
  /** Legend, buttons. */
  aside?: React.ReactNode;
  /** The content touches the border: tables and maps. */
  flush?: boolean;
  className?: string | undefined;
  children: React.ReactNode;
};

/** A titled part of a page. */
export function Card({ title, note, aside, flush = false, className, children }: CardProps) {
  const id = useId();
  return (
    <section className={clsx(styles.card, flush && styles.flush, className)} aria-labelledby={id}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {note && <p className={styles.note}>{note}</p>}
        </div>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
