import styles from "./figure-strip.module.css";

export type FigureEntry = {
  label: string;
  value: React.ReactNode;
  /** What the value is made of: counts, unit, usual value. */
  basis?: React.ReactNode;
};

/** Figures side by side: label, value, what it is made of. */
export const FigureStrip = ({ label, figures }: { label: string; figures: FigureEntry[] }) => (
  <dl className={styles.strip} aria-label={label}>
    {figures.map((figure) => (
      <div key={figure.label} className={styles.figure}>
        <dt className={styles.label}>{figure.label}</dt>
        <dd>
          <span className={styles.value}>{figure.value}</span>
          {figure.basis && <span className={styles.basis}>{figure.basis}</span>}
        </dd>
      </div>
    ))}
  </dl>
);
