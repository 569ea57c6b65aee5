import clsx from "clsx";
import styles from "./banner.module.css";
import { Glyph } from "./glyph";

type BannerProps = {
  tone: "notice" | "warning" | "error";
  /** Title and text on one line: something to know, not to act on. */
  slim?: boolean;
  title: string;
  /** h1 where the banner is all that the page has. */
  heading?: "b" | "h1";
  actions?: React.ReactNode;
  /** What was kept, and what to do. */
  children: React.ReactNode;
};

/** Something a reader must know now. An error is announced at once. */
export const Banner = ({
  tone,
  title,
  heading: Heading = "b",
  slim = false,
  actions,
  children,
}: BannerProps) => (
  <div
    className={clsx(styles.banner, slim && styles.slim)}
    data-tone={tone}
    role={tone === "error" ? "alert" : "status"}
  >
    <Glyph kind={tone} size={slim ? 14 : 18} />
    <div className={styles.text}>
      <Heading className={styles.title}>{title}</Heading>
      <div>{children}</div>
    </div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
