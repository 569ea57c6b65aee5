import { Glyph, type GlyphKind } from "./glyph";
import styles from "./state-label.module.css";

/** A state: its glyph and its word. */
export const StateLabel = ({ kind, children }: { kind: GlyphKind; children: React.ReactNode }) => (
  <span className={styles.state}>
    <Glyph kind={kind} />
    <span>{children}</span>
  </span>
);
