import { RunWaits } from "@/inngest/embedded-step";
import { liveScope, settlingScope, USUAL_DAYS } from "@/inngest/flight-scopes";
import { openDataAirport } from "@/lib/db/airports/open-data-airport";
import { createLufthansaClient } from "@/lib/lufthansa/client";
import { type LiveShare, LUFTHANSA_LIMITS } from "@/lib/lufthansa/quota";
import { liveBudget } from "@/lib/lufthansa/sharing";
import type { FlightScope, FlightStream } from "@/lib/model/stream";
import { workClassOf } from "@/lib/model/work-class";
import type { FlightKnowledge } from "@/lib/sync/flight-knowledge";
import { type LiveBoard, planLiveRound } from "@/lib/sync/live-round";
import { runStream } from "@/lib/sync/run-stream";
import { flightStreams } from "@/lib/sync/streams/flight-streams";
import { windowName } from "@/lib/sync/streams/flight-window";
import { type SimulatedClock, simulatedQuota } from "../../fakes/simulated-quota";
import {
  type AnsweredWindow,
  type AnsweredWindows,
  type SimulatedRun,
  simulatedLedger,
  simulatedRun,
} from "./simulated-run";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** When the daily sync is asked for, in UTC. */
const DAILY_HOUR = 6;
/** So fast that the pace of the quota is what decides: nobody's answers take less. */
const ANSWER_MS = 30;

type SimulatedDay = {
  sandboxUrl: string;
  clock: SimulatedClock;
  airports: readonly string[];
  live: LiveShare;
  /** What the quota keeps for live work; `live` when left out. */
  kept?: LiveShare;
  /** Asked for after so many hours; null: there is none. */
  backfill: { afterHours: number; scope: FlightScope } | null;
  /** From the full hour on at which the clock stands. */
  hours: number;
};

export type DayReport = {
  runs: SimulatedRun[];
  answered: AnsweredWindows;
  /** At each round: its time, boards asked of all, and the age in minutes of the board that was not asked longest. */
  rounds: { at: number; asked: number; oldestMinutes: number }[];
};

/**
 * Works a day long as the embedded runner does: one worker, the queue by priority, live rounds and the daily sync by the
 * clock, the real engine, client, plans and decisions of the quota. Only time and the database are simulated.
 */
export async function simulateDay(day: SimulatedDay): Promise<DayReport> {
  const { clock, airports, live, backfill } = day;
  const start = clock.now();
  const end = start + day.hours * HOUR;
  const quota = simulatedQuota(clock, { limits: LUFTHANSA_LIMITS, live: day.kept ?? live });
  const client = createLufthansaClient({
    baseUrl: `${day.sandboxUrl}/v1`,
    credentials: { clientId: "fifty", clientSecret: "airports" },
    quota,
    fetch: async (...asked) => {
      const answer = await fetch(...asked);
      clock.advance(ANSWER_MS);
      return answer;
    },
    now: () => new Date(clock.now()),
    sleep: async (milliseconds) => clock.advance(milliseconds),
    random: () => 0.5,
    log: { warn: () => undefined },
  });
  const report: DayReport = { runs: [], answered: new Map(), rounds: [] };
  let payloads = 0;

  const request = (wish: Pick<SimulatedRun, "stream" | "scope" | "task">) => {
    const id = `run ${report.runs.length + 1}`;
    report.runs.push(simulatedRun({ ...wish, id, askedAt: clock.now() }));
  };
  const boards = (): LiveBoard[] => {
    const known = [...report.answered.values()];
    return airports.map((airport) =>
      liveBoard(
        airport,
        known.filter(({ scope }) => scope.startsWith(`${airport}/`)),
        clock.now(),
      ),
    );
  };

  const requestLiveRound = () => {
    const all = boards();
    const whole = { callsPerHour: LUFTHANSA_LIMITS.callsPerHour, live };
    const calls = all.reduce((sum, board) => sum + board.calls, 0);
    const most = liveBudget({ ...whole, now: new Date(0), liveCalls: 0 });
    quota.liveRoundCalls = Math.min(calls, most);
    const now = new Date(clock.now());
    const budget = liveBudget({ ...whole, now, liveCalls: quota.liveCalls() });
    const round = planLiveRound({ boards: all, budget });
    const isOpen = report.runs.some(
      (run) => run.finishedAt === null && workClassOf(run) === "live",
    );
    const oldest = Math.min(...all.map(({ askedAt }) => askedAt?.getTime() ?? start));
    report.rounds.push({
      at: clock.now(),
      asked: isOpen ? 0 : round.boards.length,
      oldestMinutes: (clock.now() - oldest) / MINUTE,
    });
    if (isOpen) return;
    const names = round.boards.map(({ airport }) => airport);
    request({ stream: "flight-status", scope: liveScope(names), task: "collect" });
  };

  const due = [
    ...every(live.minutes * MINUTE, start, end).map((at) => ({ at, work: requestLiveRound })),
    {
      at: start + ((DAILY_HOUR + 24 - new Date(start).getUTCHours()) % 24) * HOUR,
      work: () => {
        request({ stream: "schedules", scope: USUAL_DAYS, task: "collect" });
        const scope = settlingScope(new Date(clock.now()));
        request({ stream: "flight-status", scope, task: "collect" });
      },
    },
    ...(backfill
      ? [
          {
            at: start + backfill.afterHours * HOUR,
            work: () =>
              request({ stream: "flight-status", scope: backfill.scope, task: "backfill" }),
          },
        ]
      : []),
  ].sort((one, other) => one.at - other.at);
  const lookAtClock = () => {
    while (due[0] && due[0].at <= clock.now()) due.shift()?.work();
  };

  const next = (): SimulatedRun | undefined => {
    lookAtClock();
    return report.runs
      .filter((run) => run.finishedAt === null && run.waitsUntil <= clock.now())
      .sort((one, other) => one.priority - other.priority || one.askedAt - other.askedAt)[0];
  };

  const work = async (run: SimulatedRun) => {
    const stream: FlightStream = run.stream;
    await runStream({
      stream: flightStreams[stream],
      runId: run.id,
      ports: {
        step: {
          run: (_id, step) => step(),
          sleepUntil: async (id) => {
            throw new RunWaits(id);
          },
        },
        source: client.as(workClassOf(run)),
        ledger: simulatedLedger(run, report.answered, clock.now),
        keepAnswer: async () => {
          payloads++;
          return { id: `payload ${payloads}`, hash: `hash ${payloads}` };
        },
        knowledge: async () => knowledgeOf(stream, day, report.answered),
        isOutranked: async () => (next()?.priority ?? run.priority) < run.priority,
      },
    }).catch((error: unknown) => {
      if (!(error instanceof RunWaits)) throw error;
    });
  };

  while (clock.now() < end) {
    const run = next();
    if (run) {
      await work(run);
      continue;
    }
    const waits = report.runs.filter((one) => one.finishedAt === null).map((one) => one.waitsUntil);
    clock.advance(Math.min(end, due[0]?.at ?? end, ...waits) - clock.now());
  }
  return report;
}

const every = (milliseconds: number, start: number, end: number): number[] =>
  Array.from(
    { length: Math.ceil((end - start) / milliseconds) },
    (_, i) => start + i * milliseconds,
  );

/** What the database would tell of a board: pages that its windows had, and when it was last asked. */
function liveBoard(airport: string, known: readonly AnsweredWindow[], now: number): LiveBoard {
  const isLive = ({ startsAt, endsAt }: AnsweredWindow) =>
    +startsAt <= now && +endsAt >= now - 4 * HOUR;
  const present = known.filter(isLive);
  const asked = present.map(({ observedAt }) => observedAt.getTime());
  return {
    stream: "flight-status",
    airport,
    calls: Math.ceil(4 * meanPages(present.length > 0 ? present : known)),
    askedAt: asked.length > 0 ? new Date(Math.max(...asked)) : null,
  };
}

const meanPages = (windows: readonly AnsweredWindow[]): number =>
  windows.reduce(
    (sum, { expected, fetched }) => sum + Math.max(1, Math.ceil((expected ?? fetched) / 50)),
    0,
  ) / windows.length || 1;

function knowledgeOf(
  stream: FlightStream,
  { airports, clock }: SimulatedDay,
  answered: AnsweredWindows,
): FlightKnowledge {
  const known = [...answered.values()].filter((window) => window.stream === stream);
  return {
    now: new Date(clock.now()),
    routes: airports.slice(1).map((arrival) => ({ departure: airports[0] ?? "", arrival })),
    airports: airports.map((code) => ({ code, flightStatus: true, flightInformation: false })),
    findPlace: openDataAirport,
    known: new Map(known.map((window) => [windowName(window), window])),
    boardDays: { back: 3, ahead: 5 },
    horizonDays: 7,
  };
}
