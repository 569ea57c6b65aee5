export const FAILURE_KINDS = [
  "not_found",
  "foreign_not_found",
  "bad_request",
  "token_refused",
  "over_second_limit",
  "over_hour_limit",
  "access_refused",
  "unexpected_status",
  "backend_error",
  "gateway_error",
  "malformed_json",
  "not_json",
  "truncated",
  "too_large",
  "timeout",
  "connection_failed",
  "connection_lost",
] as const;

/** Every way in which a call comes back without what was asked for. */
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** One failure: its kind, what the other side said in a few words (`detail`), and how long it asked us to wait. */
export type Failure = { kind: FailureKind; detail: string; retryAfterSeconds: number | null };

/**
 * What follows from a failure. `answer`: it is the answer. `refuse`: useless until a person acts. `renew_token`: once
 * more with a token that is not known to be bad. `wait_for_hour`: nobody asks before the next clock hour. `retry`: the
 * same call may succeed soon. `give_up`: neither a retry nor the answer.
 */
export type Handling =
  | "answer"
  | "refuse"
  | "renew_token"
  | "wait_for_hour"
  | "retry"
  | "retry_unless_answer"
  | "give_up";

type FailureRule = {
  handling: Handling;
  /** Before a retry: a second or more (the limit is per second), or a growing random pause. */
  pause: "none" | "second" | "backoff";
  says: string;
};

/** The one place where it is decided what a failure means. Evidence: the behaviour of the API, recorded and documented. */
export const FAILURES = {
  not_found: { handling: "answer", pause: "none", says: "there is nothing there" },
  foreign_not_found: {
    handling: "retry",
    pause: "backoff",
    says: "a 404 came that is not Lufthansa's own (a wrong LUFTHANSA_BASE_URL, or a proxy on the way)",
  },
  bad_request: { handling: "refuse", pause: "none", says: "the question was called malformed" },
  token_refused: { handling: "renew_token", pause: "none", says: "the token was refused" },
  over_second_limit: {
    handling: "retry",
    pause: "second",
    says: "the limit of calls per second was passed",
  },
  over_hour_limit: {
    handling: "wait_for_hour",
    pause: "none",
    says: "the calls of this clock hour are spent",
  },
  access_refused: {
    handling: "refuse",
    pause: "none",
    says: "access was refused (the account may be inactive, or lack this service)",
  },
  unexpected_status: {
    handling: "refuse",
    pause: "none",
    says: "an answer came that this API never gives (look at LUFTHANSA_BASE_URL and at proxies)",
  },
  backend_error: {
    handling: "retry_unless_answer",
    pause: "backoff",
    says: "Lufthansa's backend failed",
  },
  gateway_error: { handling: "retry", pause: "backoff", says: "the gateway failed" },
  malformed_json: { handling: "retry", pause: "backoff", says: "the answer was broken JSON" },
  not_json: { handling: "retry", pause: "backoff", says: "the answer was not JSON" },
  truncated: { handling: "retry", pause: "backoff", says: "the answer was cut off" },
  too_large: { handling: "give_up", pause: "none", says: "the answer was too large to read" },
  timeout: { handling: "retry", pause: "backoff", says: "no whole answer came in time" },
  connection_failed: { handling: "retry", pause: "backoff", says: "no connection was made" },
  connection_lost: { handling: "retry", pause: "backoff", says: "the connection was lost" },
} as const satisfies Record<FailureKind, FailureRule>;

/** A failure in words: what it is, and what the other side said. */
export function describeFailure({ kind, detail }: Failure): string {
  return detail ? `${FAILURES[kind].says} (${detail})` : FAILURES[kind].says;
}
