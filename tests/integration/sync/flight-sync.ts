import { randomBytes } from "node:crypto";
import { findFlightKnowledge } from "@/inngest/flight-ports";
import { createFlightLedger } from "@/lib/db/ledger/create-flight-ledger";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { getRun } from "@/lib/db/runs/get-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { createLufthansaClient } from "@/lib/lufthansa/client";
import type { Quota } from "@/lib/lufthansa/quota";
import type { FlightScope, FlightStream } from "@/lib/model/stream";
import { uuidV7 } from "@/lib/model/uuid-v7";
import type { Step } from "@/lib/sync/ports";
import { runStream } from "@/lib/sync/run-stream";
import { flightStreams } from "@/lib/sync/streams/flight-streams";

const TRIES = 3;

/**
 * Runs streams of flights against a source as the product does, with the real client, databases and streams, but without the
 * pauses: sleeps take no time, and a spent hour is over when somebody waited for it.
 */
export function flightSync(sourceUrl: string) {
  let isSpent = false;
  const hourEnd = () => new Date(Date.now() + 3_600_000);
  const quota: Quota = {
    reserve: async () =>
      isSpent ? { kind: "spent", until: hourEnd() } : { kind: "go", waitMs: 0 },
    async markSpent() {
      isSpent = true;
      return hourEnd();
    },
  };
  const source = createLufthansaClient({
    baseUrl: sourceUrl,
    credentials: { clientId: "client-1", clientSecret: "secret" },
    fetch,
    now: () => new Date(),
    sleep: async () => undefined,
    random: Math.random,
    log: { warn: () => undefined },
    quota,
    timeoutMs: 2000,
  });
  const step: Step = {
    async run(_id, work) {
      for (let tried = 1; ; tried++) {
        try {
          return await work();
        } catch (error) {
          if (tried === TRIES) throw error;
        }
      }
    },
    async sleepUntil() {
      isSpent = false;
    },
  };
  const payloads = createMysqlPayloadStore();

  return async (wish: { stream: FlightStream; scope: FlightScope }) => {
    const { stream } = wish;
    const { run } = await requestRun({ ...wish, trigger: "command", requestedBy: null });
    await runStream({
      stream: flightStreams[stream],
      runId: run.id,
      ports: {
        step,
        source,
        ledger: createFlightLedger({ stream, owner: "here", store: "mysql" }),
        knowledge: (scope, window) =>
          findFlightKnowledge({ stream, scope, window, now: new Date() }),
        isOutranked: async () => false,
        keepAnswer: async ({ attempt: { answer }, ...about }) => {
          const id = uuidV7(answer.receivedAt, randomBytes(10));
          return { id, hash: (await payloads.save({ id, ...about, answer })).hash };
        },
      },
    });
    return getRun(run.id);
  };
}
