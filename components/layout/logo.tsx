import styles from "./logo.module.css";

export const Logo = ({ size = 22 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className={styles.logo}>
    <rect x="2" y="4" width="14" height="4" rx="1.2" className={styles.first} />
    <rect x="5.5" y="10" width="14" height="4" rx="1.2" className={styles.second} />
    <rect x="8" y="16" width="14" height="4" rx="1.2" className={styles.third} />
  </svg>
);
