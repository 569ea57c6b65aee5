import Link from "next/link";
import { STREAMS, type StreamName } from "@/lib/model/stream";
import { STREAM_NAMES } from "./stream-names";
import styles from "./stream-tabs.module.css";

type StreamTabsProps = {
  chosen: StreamName | null;
  hrefOf: (stream: StreamName | null) => string;
};

/** All streams, or one. */
export const StreamTabs = ({ chosen, hrefOf }: StreamTabsProps) => (
  <nav aria-label="Stream">
    <ul className={styles.tabs}>
      {[null, ...STREAMS].map((stream) => (
        <li key={stream ?? "all"}>
          <Link href={hrefOf(stream)} aria-current={stream === chosen ? "page" : undefined}>
            {stream ? STREAM_NAMES[stream] : "All streams"}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
