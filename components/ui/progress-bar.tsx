import styles from "./progress-bar.module.css";

type ProgressBarProps = {
  label: string;
  /** From 0 to 1; null when the end is not known. */
  share: number | null;
};

export const ProgressBar = ({ label, share }: ProgressBarProps) => (
  <div
    className={styles.track}
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    {...(share === null ? {} : { "aria-valuenow": Math.round(100 * share) })}
  >
    <div
      className={share === null ? styles.unknown : styles.done}
      data-whole={share === 1 || undefined}
      style={share === null ? undefined : { transform: `scaleX(${share})` }}
    />
  </div>
);
