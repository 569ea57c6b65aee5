import styles from "./glyph.module.css";

export type GlyphKind =
  | "fine"
  | "warning"
  | "error"
  | "notice"
  | "running"
  | "partial"
  | "cancelled"
  | "waiting"
  | "unknown";

/** One shape a state, so that colour is never the only sign. */
const SHAPES = {
  fine: (
    <>
      <circle cx="6" cy="6" r="5" className={styles.fill} />
      <path d="M3.6 6.2l1.7 1.7 3.2-3.6" className={styles.knock} />
    </>
  ),
  warning: (
    <>
      <path d="M6 .9L11.6 11H.4z" className={styles.fill} />
      <path d="M6 4.2v3.2M6 8.9v.6" className={styles.knock} />
    </>
  ),
  error: (
    <>
      <path d="M3.6.6h4.8l3 3v4.8l-3 3H3.6l-3-3V3.6z" className={styles.fill} />
      <path d="M4 4l4 4M8 4l-4 4" className={styles.knock} />
    </>
  ),
  notice: (
    <>
      <circle cx="6" cy="6" r="4.6" className={styles.stroke} />
      <path d="M6 5.4v3M6 3.2v.4" className={styles.stroke} />
    </>
  ),
  running: (
    <>
      <circle cx="6" cy="6" r="4.4" className={styles.track} />
      <path d="M6 1.6A4.4 4.4 0 0110.4 6" className={styles.stroke} />
    </>
  ),
  partial: (
    <>
      <circle cx="6" cy="6" r="4.4" className={styles.stroke} />
      <path d="M1.6 6a4.4 4.4 0 008.8 0z" className={styles.fill} />
    </>
  ),
  cancelled: (
    <>
      <rect x=".8" y=".8" width="10.4" height="10.4" rx="1.5" className={styles.fill} />
      <path d="M3.8 3.8l4.4 4.4M8.2 3.8l-4.4 4.4" className={styles.knock} />
    </>
  ),
  waiting: <circle cx="6" cy="6" r="4.4" className={styles.stroke} />,
  unknown: <circle cx="6" cy="6" r="4.4" strokeDasharray="1.6 1.6" className={styles.stroke} />,
} satisfies Record<GlyphKind, React.ReactNode>;

/** The mark of a state. Decorative: the words stand beside it. */
export const Glyph = ({ kind, size = 12 }: { kind: GlyphKind; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 12 12"
    aria-hidden="true"
    className={styles.glyph}
    data-kind={kind}
  >
    {SHAPES[kind]}
  </svg>
);
