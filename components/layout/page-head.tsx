import Link from "next/link";
import styles from "./page-head.module.css";

type PageHeadProps = {
  title: React.ReactNode;
  sub?: React.ReactNode;
  /** The page above this one. */
  parent?: { href: string; name: string; here: string };
  /** Stands before the title: a code tile. */
  lead?: React.ReactNode;
  actions?: React.ReactNode;
};

/** Title, what it is about, and what can be done. */
export const PageHead = ({ title, sub, parent, lead, actions }: PageHeadProps) => (
  <div className={styles.root}>
    {parent && (
      <nav className={styles.crumbs} aria-label="Breadcrumb">
        <Link href={parent.href}>{parent.name}</Link> <span aria-hidden="true">/</span>{" "}
        <span aria-current="page">{parent.here}</span>
      </nav>
    )}
    <div className={styles.head}>
      <div className={styles.titles}>
        {lead}
        <div>
          <h1 className={styles.title}>{title}</h1>
          {sub && <p className={styles.sub}>{sub}</p>}
        </div>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  </div>
);
