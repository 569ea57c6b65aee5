import styles from "./brand.module.css";
import { Logo } from "./logo";

export const Brand = ({ size }: { size?: number }) => (
  <span className={styles.brand}>
    <Logo {...(size === undefined ? {} : { size })} />
    <span className={styles.name}>DST Airlines</span>
  </span>
);
