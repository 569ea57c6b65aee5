import Link from "next/link";
import { Card } from "@/components/ui/card";
import { StateLabel } from "@/components/ui/state-label";
import { formatCount } from "@/lib/format";
import styles from "./finding-card.module.css";

type FindingCardProps = {
  title: string;
  note: string;
  /** How many there are in all, and on the page behind `href`. */
  total: number;
  href: string;
  many: string;
  /** What to say when there are none. */
  none: string;
  children: React.ReactNode;
};

/** The first of the findings of one kind, and the way to all of them. */
export const FindingCard = ({
  title,
  note,
  total,
  href,
  many,
  none,
  children,
}: FindingCardProps) => (
  <Card title={title} note={note} flush>
    {total === 0 ? (
      <p className={styles.line}>
        <StateLabel kind="fine">{none}</StateLabel>
      </p>
    ) : (
      <>
        {children}
        <p className={styles.line}>
          <Link href={href}>
            All {many} ({formatCount(total)})
          </Link>
        </p>
      </>
    )}
  </Card>
);
