import clsx from "clsx";
import styles from "./plain-table.module.css";

export type Column<Row> = {
  head: string;
  render: (row: Row) => React.ReactNode;
  /** Numbers stand right. */
  numeric?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
};

type PlainTableProps<Row> = {
  /** What the table holds; read out, not shown, since the card has a title. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** No card edge to keep away from. */
  inset?: boolean;
};

/** A table of rows that are all there. It scrolls sideways inside itself before the page does. */
export function PlainTable<Row>({ label, columns, rows, rowKey, inset }: PlainTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={`${label}, scrolls sideways`} tabIndex={0}>
      <table className={clsx(styles.table, inset && styles.inset)}>
        <caption className={styles.caption}>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={cellClass(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.head} className={cellClass(column)}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const cellClass = ({ numeric, wide }: { numeric?: boolean; wide?: boolean }) =>
  clsx(numeric && styles.numeric, wide && styles.wide);
