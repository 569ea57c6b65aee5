import Link from "next/link";
import { Grid } from "@/components/layout/grid";
import { PageHead } from "@/components/layout/page-head";
import { Card } from "@/components/ui/card";
import { type Fact, FactList } from "@/components/ui/fact-list";
import { StateLabel } from "@/components/ui/state-label";
import text from "@/components/ui/text.module.css";
import type { Payload } from "@/lib/contract/payloads";
import { formatBytes, formatDuration, formatInstant } from "@/lib/format";
import { CopyBody } from "./copy-body";
import styles from "./payload-view.module.css";
import { prettyBody } from "./pretty-body";

const STORES = { mongodb: "MongoDB", mysql: "MySQL" } as const;

const requestOf = ({ path, query }: Payload) => {
  const search = new URLSearchParams(query).toString();
  return `GET ${path}${search && `?${search}`}`;
};

/** One answer of the source, exactly as it was kept. */
export function PayloadView({ payload }: { payload: Payload }) {
  const { text: body, kind } = prettyBody(payload.body);
  return (
    <>
      <PageHead
        parent={{ href: `/sync/runs/${payload.run_id}`, name: "Run", here: "Raw answer" }}
        title="Raw answer"
        sub={<span className={styles.request}>{requestOf(payload)}</span>}
        actions={
          <StateLabel kind={payload.status < 400 ? "fine" : "error"}>
            HTTP {payload.status}
          </StateLabel>
        }
      />
      <Grid>
        <Grid shape="halves">
          <Card title="Answer">
            <FactList facts={factsOf(payload)} />
          </Card>
          <Card title="Headers" note="Those that matter are kept">
            <FactList
              facts={Object.entries(payload.headers).map(([name, value]) => ({ name, value }))}
            />
          </Card>
        </Grid>
        <Card
          title="Body"
          note={noteOf(payload, kind)}
          aside={<CopyBody body={payload.body} id={payload.id} />}
          flush
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className={styles.body} aria-label="Body of the answer" tabIndex={0}>
            <pre>{body || "The body is empty."}</pre>
          </section>
        </Card>
      </Grid>
    </>
  );
}

function noteOf({ bytes, body_is_exact }: Payload, kind: string): string {
  const size = `${formatBytes(bytes)} of ${kind}`;
  if (!body_is_exact)
    return `${size}; not UTF-8, so some bytes are shown as replacement characters`;
  return kind === "JSON" ? `${size}, indented here; the copy is as it was sent` : size;
}

const factsOf = (payload: Payload): Fact[] => [
  { name: "Received", value: formatInstant(payload.received_at) },
  { name: "Took", value: formatDuration(payload.duration_ms) },
  { name: "List and window", value: `${payload.stream}, ${payload.window}` },
  { name: "Run", value: <Link href={`/sync/runs/${payload.run_id}`}>The run that asked</Link> },
  { name: "Kept in", value: STORES[payload.store] },
  { name: "Bytes", value: formatBytes(payload.bytes) },
  { name: "SHA-256", value: <span className={text.mono}>{payload.hash}</span> },
];
