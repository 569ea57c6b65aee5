import { IconDatabaseSearch } from "@tabler/icons-react";
import styles from "./empty-state.module.css";

type EmptyStateProps = {
  title: string;
  /** The heading that the place asks for: h1 where this is the whole page. */
  heading?: "h1" | "h2";
  actions?: React.ReactNode;
  /** Why there is nothing, and where there is something. */
  children: React.ReactNode;
};

export const EmptyState = ({
  title,
  heading: Heading = "h2",
  actions,
  children,
}: EmptyStateProps) => (
  <div className={styles.empty}>
    <IconDatabaseSearch size={30} stroke={1.4} aria-hidden="true" />
    <Heading className={styles.title}>{title}</Heading>
    <div className={styles.text}>{children}</div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
