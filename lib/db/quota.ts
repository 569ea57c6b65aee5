import type { PoolConnection } from "mariadb";
import { z } from "zod";
import type { QuotaState } from "@/lib/contract/quota";
import {
  type LiveShare,
  NO_ROUNDS,
  type Quota,
  type QuotaLimits,
  type Reservation,
} from "@/lib/lufthansa/quota";
import {
  type CallWish,
  decideCall,
  decideSpent,
  HOUR_MS,
  hourOf,
  type QuotaFacts,
} from "@/lib/lufthansa/reservation";
import { callsLeft } from "@/lib/lufthansa/sharing";
import type { WorkClass } from "@/lib/model/work-class";
import { execute } from "./execute";
import { query } from "./query";
import { transaction } from "./transaction";

type QuotaOptions = {
  keyHash: string;
  limits: QuotaLimits;
  /** What live work may use of an hour; no share is kept when left out. */
  live?: LiveShare;
};

/**
 * The quota of one key, shared by every process that uses this database and kept by the database's clock. The row of
 * the key in quota_pace is the queue: whoever holds its lock decides next.
 */
export function createQuota({ keyHash, limits, live = NO_ROUNDS }: QuotaOptions): Quota {
  const limited = limits.callsPerSecond > 0 || limits.callsPerHour > 0;

  return {
    async reserve(work = "usual") {
      const wish = { keyHash, limits, work, live };
      // Without limits there is nothing to decide together, so nobody needs to queue for the lock.
      if (!limited) return spend(wish);
      return transaction((connection) => spend(wish, connection));
    },
    markSpent: () => transaction((connection) => closeHour(keyHash, connection)),
  };
}

async function spend(
  { keyHash, limits, ...wish }: CallWish & { keyHash: string; limits: QuotaLimits },
  connection?: PoolConnection,
): Promise<Reservation> {
  const facts = await readFacts(keyHash, connection);
  const decision = decideCall(facts, limits, wish);
  if (decision.kind === "spent") return decision;
  await execute(
    `INSERT INTO quota_hours (key_hash, hour, calls, live_calls) VALUES (?, ?, 1, ?)
     ON DUPLICATE KEY UPDATE calls = calls + 1, live_calls = live_calls + VALUES(live_calls)`,
    [keyHash, decision.hour, wish.work === "live" ? 1 : 0],
    connection,
  );
  if (connection) await setNextCall(keyHash, decision.nextCallAt, connection);
  return { kind: "go", waitMs: decision.startAt.getTime() - facts.now.getTime() };
}

async function closeHour(keyHash: string, connection: PoolConnection): Promise<Date> {
  const { now } = await readFacts(keyHash, connection);
  const { until, marksHour } = decideSpent(now);
  if (marksHour) {
    await execute(
      "INSERT INTO quota_hours (key_hash, hour, calls, spent_at) VALUES (?, ?, 0, ?) ON DUPLICATE KEY UPDATE spent_at = COALESCE(spent_at, VALUES(spent_at))",
      [keyHash, hourOf(now), now],
      connection,
    );
  } else {
    await setNextCall(keyHash, until, connection);
  }
  return until;
}

const FactsRow = z.object({
  now: z.date(),
  next_call_at: z.date().nullable(),
  live_round_calls: z.number().nullable(),
  hour: z.date().nullable(),
  calls: z.number().nullable(),
  live_calls: z.number().nullable(),
  spent: z.coerce.boolean(),
});

const FACTS_SQL = `
  SELECT clock.now, pace.next_call_at, pace.live_round_calls, hours.hour, hours.calls, hours.live_calls,
         hours.spent_at IS NOT NULL AS spent
    FROM (SELECT UTC_TIMESTAMP(3) AS now) AS clock
    LEFT JOIN quota_pace AS pace ON pace.key_hash = ?
    LEFT JOIN quota_hours AS hours
      ON hours.key_hash = ? AND hours.hour > clock.now - INTERVAL 1 HOUR`;

/** With a connection the key's place in the queue is taken first, so that the facts stay true until its transaction ends. */
async function readFacts(keyHash: string, connection?: PoolConnection): Promise<QuotaFacts> {
  if (connection) await takeTurn(keyHash, connection);
  // FOR UPDATE reads what is there now; a plain read shows TiDB's state of when the transaction began.
  const sql = connection ? `${FACTS_SQL} FOR UPDATE` : FACTS_SQL;
  const rows = await query(FactsRow, sql, [keyHash, keyHash], connection);
  const [first] = rows;
  if (!first) throw new Error("The clock gave no row.");
  const hours = rows.flatMap(({ hour, calls, live_calls, spent }) =>
    hour ? [{ hour, calls: calls ?? 0, liveCalls: live_calls ?? 0, spent }] : [],
  );
  return {
    now: first.now,
    nextCallAt: first.next_call_at,
    hours,
    liveRoundCalls: first.live_round_calls ?? 0,
  };
}

/** Locks the key's row. A statement of its own, because the clock of a statement stands still while it waits for a lock. */
async function takeTurn(keyHash: string, connection: PoolConnection): Promise<void> {
  await execute(
    "INSERT INTO quota_pace (key_hash, next_call_at) VALUES (?, UTC_TIMESTAMP(3)) ON DUPLICATE KEY UPDATE next_call_at = next_call_at",
    [keyHash],
    connection,
  );
}

async function setNextCall(keyHash: string, at: Date, connection: PoolConnection): Promise<void> {
  await execute(
    "UPDATE quota_pace SET next_call_at = ? WHERE key_hash = ?",
    [at, keyHash],
    connection,
  );
}

/** How many calls of the present clock hour (database clock, UTC) of a key were made for live rounds. */
export async function findLiveCalls(keyHash: string): Promise<number> {
  const { now, hours } = await readFacts(keyHash);
  const start = hourOf(now).getTime();
  return hours.find(({ hour }) => hour.getTime() === start)?.liveCalls ?? 0;
}

/** How the present clock hour (database clock, UTC) of a key stands. A key that never asked has used nothing. */
export async function findQuotaState(keyHash: string, limits: QuotaLimits): Promise<QuotaState> {
  const { now, hours } = await readFacts(keyHash);
  const start = hourOf(now);
  const present = hours.find(({ hour }) => hour.getTime() === start.getTime());
  return {
    hour_started_at: start.toISOString(),
    hour_ends_at: new Date(start.getTime() + HOUR_MS).toISOString(),
    used: present?.calls ?? 0,
    calls_per_hour: limits.callsPerHour,
    calls_per_second: limits.callsPerSecond,
    spent: present?.spent ?? false,
  };
}

/**
 * What one class of work has left of the present clock hour of a key, and what it would have of a whole one as things stand;
 * null: there is no limit.
 */
export async function findCallsLeft(
  { keyHash, limits, live = NO_ROUNDS }: QuotaOptions,
  work: WorkClass,
): Promise<{ now: Date; hourEndsAt: Date; thisHour: number; eachHour: number } | null> {
  const { now, hours, liveRoundCalls } = await readFacts(keyHash);
  const { callsPerHour } = limits;
  if (callsPerHour === 0) return null;
  const hour = hourOf(now);
  const present = hours.find((known) => known.hour.getTime() === hour.getTime());
  const fresh = { calls: 0, liveCalls: 0, startAt: hour, callsPerHour, live, liveRoundCalls };
  const { calls, liveCalls, spent } = present ?? { ...fresh, spent: false };
  const left = spent ? 0 : callsLeft(work, { ...fresh, calls, liveCalls, startAt: now });
  return {
    now,
    hourEndsAt: new Date(hour.getTime() + HOUR_MS),
    thisHour: Math.max(0, left),
    eachHour: Math.max(0, callsLeft(work, fresh)),
  };
}
