"use client";
import { Button, Checkbox, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { useQuota } from "@/components/hooks/use-quota";
import { useStartSync } from "@/components/hooks/use-start-sync";
import { Age } from "@/components/ui/age";
import type { Overview } from "@/lib/contract/overview";
import type { QuotaState } from "@/lib/contract/quota";
import type { Run } from "@/lib/contract/sync";
import { formatCount, formatNoun } from "@/lib/format";
import { isFlightStream, REFERENCE_STREAMS, type ReferenceStream } from "@/lib/model/stream";
import { expectedCalls } from "./expected-calls";
import styles from "./start-sync.module.css";
import { STREAM_NAMES } from "./stream-names";

type StartSyncProps = {
  freshness: Overview["freshness"];
  /** The newest runs: what a stream cost last time. */
  runs: readonly Run[];
  quota: QuotaState | null;
};

/** The button that opens the choice of streams to collect now. */
export function StartSync(props: StartSyncProps) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        leftSection={<IconPlayerPlay size={15} stroke={1.8} aria-hidden="true" />}
        onClick={open}
      >
        Start a sync
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title="Start a sync"
        size={520}
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Choice {...props} onDone={close} />
      </Modal>
    </>
  );
}

function Choice({
  freshness,
  runs,
  quota: initial,
  onDone,
}: StartSyncProps & { onDone: () => void }) {
  const [chosen, setChosen] = useState<ReferenceStream[]>([]);
  const { start, pending } = useStartSync();
  const quota = useQuota(initial);
  const submit = async () => {
    await start(REFERENCE_STREAMS.filter((stream) => chosen.includes(stream)));
    onDone();
  };
  return (
    <div className={styles.choice}>
      <Checkbox.Group
        label="What to collect"
        description="Whole lists. What is stored stays; only what has changed is written."
        value={chosen}
        onChange={(values) => setChosen(values as ReferenceStream[])}
      >
        <ul className={styles.streams}>
          {freshness.filter(isList).map(({ stream, rows, last_complete_at }, index) => (
            <li key={stream}>
              <Checkbox
                value={stream}
                label={STREAM_NAMES[stream]}
                data-autofocus={index === 0 || undefined}
                description={
                  <>
                    {formatNoun(rows ?? 0, "row")}, last whole{" "}
                    {last_complete_at ? <Age of={last_complete_at} /> : "never"}
                  </>
                }
              />
              <span className={styles.cost}>{costOf(expectedCalls([stream], runs))}</span>
            </li>
          ))}
        </ul>
      </Checkbox.Group>
      <p className={styles.sum}>
        {quota &&
          quota.calls_per_hour > 0 &&
          `${formatNoun(Math.max(0, quota.calls_per_hour - quota.used), "call")} left this hour. A run that needs more waits for the next one and goes on by itself.`}
      </p>
      <div className={styles.actions}>
        <Button variant="default" onClick={onDone}>
          Not now
        </Button>
        <Button disabled={chosen.length === 0} loading={pending} onClick={submit}>
          Start {chosen.length > 0 ? formatNoun(chosen.length, "sync", "syncs") : "none yet"}
        </Button>
      </div>
    </div>
  );
}

/** Flights are asked for by route and day, not as whole lists. */
const isList = ({ stream }: Overview["freshness"][number]): boolean => !isFlightStream(stream);

const costOf = (calls: number | null) =>
  calls === null
    ? "cost not known yet"
    : `about ${formatCount(calls)} ${calls === 1 ? "call" : "calls"}`;
