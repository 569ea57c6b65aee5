import { AppError } from "@/lib/errors";
import type { Answer, Attempt } from "@/lib/model/answer";
import type { WorkClass } from "@/lib/model/work-class";
import { type Exchange, type ExchangeMeans, exchange } from "./exchange";
import { describeFailure, FAILURES, type Failure } from "./failure";
import { pauseMs } from "./pause";
import type { Quota } from "./quota";
import { type HttpAnswer, understand } from "./understand";

/** The outside world as a call sees it. */
export type CallMeans = ExchangeMeans & {
  /** Without a slash at the end. */
  baseUrl: string;
  quota: Quota;
  /** The class of work whose share of the quota calls count for; `usual` when left out. */
  work?: WorkClass;
  sleep: (milliseconds: number) => Promise<unknown>;
  /** 0 (inclusive) to 1. */
  random: () => number;
  log: CallLog;
  /** How often one call is tried, the first try included. */
  tries: number;
};

export type CallLog = { warn(fields: Record<string, unknown>, message: string): void };

export type Call = {
  method: "GET" | "POST";
  path: string;
  query?: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  body?: string;
  backendErrorIsAnswer?: boolean;
  /** An answer that quotes one of these is not quoted in messages. */
  secrets: readonly string[];
  onAttempt?: (attempt: Attempt) => Promise<void>;
};

export type CallOutcome =
  | { kind: "ok"; json: unknown }
  | { kind: "failed"; failure: Failure }
  | { kind: "wait"; until: Date; reason: string };

/** A longer wish is not slept through in a worker: the caller is told when to come back. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Makes one call and repeats what a retry may cure, with a reservation of the quota before each try. Returns what a
 * retry cannot change; throws an AppError `upstream_unavailable` when the tries are used up.
 */
export async function makeCall(means: CallMeans, call: Call): Promise<CallOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const spent = await reserve(means, call);
    if (spent) return spent;
    const outcome = await tryOnce(means, call);
    if (outcome.kind === "ok") return outcome;
    const end = await settle(means, call, outcome.failure, attempt);
    if (end) return end;
  }
}

async function reserve(means: CallMeans, call: Call): Promise<CallOutcome | null> {
  const reservation = await means.quota.reserve(means.work);
  if (reservation.kind === "spent")
    return waitForHour(call, reservation.until, "nothing was asked");
  if (reservation.waitMs > 0) await means.sleep(reservation.waitMs);
  return null;
}

type TryOutcome = { kind: "ok"; json: unknown } | { kind: "failed"; failure: Failure };

async function tryOnce(means: CallMeans, call: Call): Promise<TryOutcome> {
  const query = new URLSearchParams(call.query).toString();
  const result = await exchange(
    {
      method: call.method,
      url: `${means.baseUrl}${call.path}${query ? `?${query}` : ""}`,
      headers: call.headers,
      ...(call.body === undefined ? {} : { body: call.body }),
    },
    means,
  );
  // Kept before it is understood: what we cannot read today may be read tomorrow.
  await call.onAttempt?.(toAttempt(result, call));
  if (result.kind === "no_answer") return { kind: "failed", failure: result.failure };
  const understood = understand(result.answer);
  return understood.kind === "failed"
    ? withoutSecrets(understood, result.answer, call)
    : understood;
}

function withoutSecrets(
  failed: { kind: "failed"; failure: Failure },
  { status, body }: HttpAnswer,
  { secrets }: Call,
): TryOutcome {
  const quotes = secrets.some((secret) => Buffer.from(body).includes(secret));
  if (!quotes) return failed;
  const detail = `HTTP ${status}, with our own credentials in it`;
  return { kind: "failed", failure: { ...failed.failure, detail } };
}

function toAttempt(result: Exchange, call: Call): Attempt {
  if (result.kind === "no_answer") {
    return { kind: "no_answer", reason: describeFailure(result.failure) };
  }
  const { headers, ...rest } = result.answer;
  const answer: Answer = {
    path: call.path,
    query: call.query ?? {},
    ...rest,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => MATTERS.test(name))),
  };
  return { kind: "answer", answer };
}

const MATTERS = /^(content-type|retry-after|x-mashery-.*|x-error-.*)$/;

/** Decides what follows from a failure: an outcome, or null after the pause before the next try. */
async function settle(
  means: CallMeans,
  call: Call,
  failure: Failure,
  attempt: number,
): Promise<CallOutcome | null> {
  const { handling } = FAILURES[failure.kind];
  if (handling === "wait_for_hour") {
    return waitForHour(call, await means.quota.markSpent(), describeFailure(failure));
  }
  if (handling === "give_up") throw unavailable(call, failure, attempt);
  const retries =
    handling === "retry" || (handling === "retry_unless_answer" && !call.backendErrorIsAnswer);
  if (!retries) return { kind: "failed", failure };
  return pauseOrEnd(means, call, failure, attempt);
}

async function pauseOrEnd(
  means: CallMeans,
  call: Call,
  failure: Failure,
  attempt: number,
): Promise<CallOutcome | null> {
  const pause = pauseMs(failure, attempt, means.random);
  if (pause > LONGEST_PAUSE_MS && failure.kind === "over_second_limit") {
    const until = new Date(means.now().getTime() + pause);
    return { kind: "wait", until, reason: `${name(call)}: ${describeFailure(failure)}` };
  }
  if (pause > LONGEST_PAUSE_MS || attempt >= means.tries) throw unavailable(call, failure, attempt);
  means.log.warn(
    { method: call.method, path: call.path, failure: failure.kind, attempt, pauseMs: pause },
    `${name(call)}: ${describeFailure(failure)}. Trying again in ${pause} ms (try ${attempt} of ${means.tries}).`,
  );
  await means.sleep(pause);
  return null;
}

function waitForHour(call: Call, until: Date, what: string): CallOutcome {
  const at = until.toISOString();
  const reason = `${name(call)} waits: ${what}; calls to Lufthansa go on at ${at}.`;
  return { kind: "wait", until, reason };
}

function unavailable(call: Call, failure: Failure, tries: number): AppError {
  const often = tries === 1 ? "Tried once" : `Tried ${tries} times`;
  return new AppError(
    "upstream_unavailable",
    `${name(call)}: ${describeFailure(failure)}. ${often}. What was read before is kept; this is asked again when the run goes on.`,
    failure.retryAfterSeconds === null ? {} : { retryAfterSeconds: failure.retryAfterSeconds },
  );
}

/** Method, path and query of a call. Neither holds a secret: those travel in headers and bodies. */
function name({ method, path, query }: Call): string {
  const asked = new URLSearchParams(query).toString();
  return `${method} ${path}${asked ? `?${asked}` : ""}`;
}
