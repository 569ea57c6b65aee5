import clsx from "clsx";
import Link from "next/link";
import { formatCount, formatNoun } from "@/lib/format";
import { pageNumbers } from "./page-numbers";
import styles from "./pager.module.css";

type PagerProps = {
  page: number;
  pageSize: number;
  total: number;
  /** What is counted: one, many. */
  noun: [one: string, many: string];
  hrefOf: (page: number) => string;
};

/** Where in a long list one is, and the way through it: links, so that they can be opened and shared. */
export function Pager({ page, pageSize, total, noun, hrefOf }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  if (pages === 1) {
    return <p className={styles.all}>{total === 0 ? null : `All ${formatNoun(total, ...noun)}`}</p>;
  }
  return (
    <nav className={styles.pager} aria-label="Pages">
      <span>
        {formatCount(from)}–{formatCount(to)} of {formatNoun(total, ...noun)}
      </span>
      <ul className={styles.pages}>
        <li>
          <Step href={page > 1 ? hrefOf(page - 1) : null} name="Previous" />
        </li>
        {pageNumbers(page, pages).map((number, index) => (
          <li key={number ?? `gap-${index}`} className={clsx(number !== page && styles.other)}>
            {number === null ? (
              <span className={styles.gap}>…</span>
            ) : (
              <Link
                href={hrefOf(number)}
                className={styles.page}
                aria-label={`Page ${number}`}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </Link>
            )}
          </li>
        ))}
        <li>
          <Step href={page < pages ? hrefOf(page + 1) : null} name="Next" />
        </li>
      </ul>
    </nav>
  );
}

const Step = ({ href, name }: { href: string | null; name: string }) =>
  href ? (
    <Link href={href} className={styles.page}>
      {name}
    </Link>
  ) : (
    <span className={styles.off}>{name}</span>
  );
