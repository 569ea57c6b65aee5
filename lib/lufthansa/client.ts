import type { Attempt, Question, Reading, Source } from "@/lib/model/answer";
import type { WorkClass } from "@/lib/model/work-class";
import { type CallMeans, type CallOutcome, makeCall } from "./call";
import { describeFailure, type Failure } from "./failure";
import {
  type Credentials,
  createTokenSource,
  type Token,
  type TokenOutcome,
  type TokenSource,
} from "./token";

export type LufthansaClientOptions = Omit<
  CallMeans,
  "maxBytes" | "timeoutMs" | "tries" | "work"
> & {
  credentials: Credentials;
  /** For a whole request, its body included. Answers took 0.4 to 2.5 s when recorded. */
  timeoutMs?: number;
  maxBytes?: number;
  tries?: number;
};

export type LufthansaClient = Source & {
  /** The same client with the same token, for work of this class: its calls come out of what the quota has left for it. */
  as(work: WorkClass): Source;
  /** Gets a token, to see whether the credentials are right. Throws `upstream_unavailable`. */
  signIn(): Promise<{ kind: "ok" } | Exclude<TokenOutcome, { kind: "token" }>>;
};

/**
 * Asks Lufthansa (or its stand-in): token, quota, retries and time limits are taken care of. `ask` returns what a retry
 * cannot change and throws an AppError `upstream_unavailable` for what it may.
 */
export function createLufthansaClient(options: LufthansaClientOptions): LufthansaClient {
  const { credentials, ...given } = options;
  const means: CallMeans = {
    timeoutMs: 30_000,
    maxBytes: 32 * 1024 * 1024,
    tries: 4,
    ...given,
    baseUrl: given.baseUrl.replace(/\/+$/, ""),
  };
  // A token serves work of every class, so the call for it is usual work.
  const tokens = createTokenSource(means, credentials);

  return {
    ask: (question, onAttempt) => ask(means, tokens, question, onAttempt),
    as: (work) => ({
      ask: (question, onAttempt) => ask({ ...means, work }, tokens, question, onAttempt),
    }),
    async signIn() {
      const outcome = await tokens.get();
      return outcome.kind === "token" ? { kind: "ok" } : outcome;
    },
  };
}

type OnAttempt = (attempt: Attempt) => Promise<void>;

async function ask(
  means: CallMeans,
  tokens: TokenSource,
  question: Question,
  onAttempt: OnAttempt,
): Promise<Reading> {
  const tried = new Set<Token>();
  for (;;) {
    const signedIn = await tokens.get();
    if (signedIn.kind !== "token") return signedIn;
    const { token } = signedIn;
    const outcome = await askWith(means, token, question, onAttempt);
    const refused = outcome.kind === "failed" && outcome.failure.kind === "token_refused";
    if (refused && tryAgain(tokens, token, tried)) continue;
    const reading = toReading(question, outcome);
    if (ACCEPTED.has(reading.kind)) token.accepted = true;
    return reading;
  }
}

function askWith(
  means: CallMeans,
  token: Token,
  question: Question,
  onAttempt: OnAttempt,
): Promise<CallOutcome> {
  const query = Object.entries(question.query ?? {}).map(([key, value]) => [key, String(value)]);
  return makeCall(means, {
    method: "GET",
    path: question.path,
    query: Object.fromEntries(query),
    // The answer to a request without Accept is XML; the scheme's capital letter is asked for.
    headers: { accept: "application/json", authorization: `Bearer ${token.value}` },
    backendErrorIsAnswer: question.backendErrorIsAnswer ?? false,
    secrets: [token.value],
    onAttempt,
  });
}

/** Readings that only a good token brings. */
const ACCEPTED: ReadonlySet<Reading["kind"]> = new Set(["ok", "not_found", "backend_error"]);

/**
 * Whether a question goes on after its token was refused. A token that worked before has ended: another one is fetched.
 * One that never worked was just issued, and such a token is good at once after a refusal (4 of 146,600 recorded
 * calls), so it has a second chance. Two refusals of one token end the question.
 */
function tryAgain(tokens: TokenSource, token: Token, tried: Set<Token>): boolean {
  const again = !tried.has(token) && tried.size < 2;
  if (token.accepted || !again) tokens.drop(token);
  tried.add(token);
  return again;
}

function toReading({ path }: Question, outcome: CallOutcome): Reading {
  if (outcome.kind !== "failed") return outcome;
  const { failure } = outcome;
  if (failure.kind === "not_found" || failure.kind === "backend_error") {
    return { kind: failure.kind };
  }
  return {
    kind: "refused",
    reason: `GET ${path}: ${describeFailure(failure)}. ${advice(failure)}`,
  };
}

function advice({ kind }: Failure): string {
  const kept = "What was read before is kept;";
  if (kind === "bad_request") return `${kept} asking the same again is useless.`;
  return `${kept} see that the key is active on developer.lufthansa.com, then start the run again.`;
}
