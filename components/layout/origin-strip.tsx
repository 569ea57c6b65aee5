import type { OriginKind } from "@/lib/model/origin";
import styles from "./origin-strip.module.css";

/** What a reader must know of data that does not come live from Lufthansa. */
const WORDS: Record<OriginKind, { first: string; rest: string } | null> = {
  sandbox: { first: "Sandbox data", rest: "Not real flights." },
  replay: { first: "Recorded data", rest: "Replayed, not live." },
  import: { first: "Imported data", rest: "From files, not live." },
  lufthansa: null,
};

/** The strip above every page that says where the data comes from; nothing for Lufthansa itself. */
export function OriginStrip({ kind }: { kind: OriginKind | null }) {
  const words = kind && WORDS[kind];
  if (!words) return null;
  return (
    <section className={styles.strip} aria-label="Data origin">
      <b className={styles.first}>{words.first}</b>
      <span>{words.rest}</span>
    </section>
  );
}
