import clsx from "clsx";
import styles from "./grid.module.css";

type GridProps = {
  /** Shares of the width: two equal parts, two to one, one column. Below 1200 px one column each where that is narrow. */
  shape?: "one" | "halves" | "wide-narrow";
  children: React.ReactNode;
};

/** Parts of a page side by side, 16 px apart. */
export const Grid = ({ shape = "one", children }: GridProps) => (
  <div className={clsx(styles.grid, styles[shape])}>{children}</div>
);
