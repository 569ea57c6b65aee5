/** One HTTP answer of the source as it arrived, before anybody understood it. Never a token answer: those hold a secret. */
export type Answer = {
  /** Path below the base URL, e.g. `/mds-references/airports`. */
  path: string;
  query: Readonly<Record<string, string>>;
  status: number;
  /** The few headers that matter (content-type, retry-after, x-mashery-*, x-error-*), lower-case. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  receivedAt: Date;
  durationMs: number;
};

/** One try to get an answer: it came, or it did not (time-out, connection lost), with the reason. */
export type Attempt = { kind: "answer"; answer: Answer } | { kind: "no_answer"; reason: string };

/**
 * What a question came to when a retry cannot change it. What a retry may cure is thrown as
 * `AppError("upstream_unavailable")` after the client's own retries.
 */
export type Reading =
  | { kind: "ok"; json: unknown }
  /** 404: unknown code, nothing there, an unreadable position, or beyond the end of a list. */
  | { kind: "not_found" }
  /** 500 with a body of the backend's error family: a poison record, or an outage. Only where the question asked to see it. */
  | { kind: "backend_error" }
  /** 400, 401 with a fresh token, 403 that is no quota: asking again is useless until a person acts. */
  | { kind: "refused"; reason: string }
  /** The quota is spent: nothing was asked (or the source said so); ask again at `until`. */
  | { kind: "wait"; until: Date; reason: string };

export type Question = {
  path: string;
  query?: Readonly<Record<string, string | number>>;
  /** A 500 of the backend family is returned as `backend_error` and not retried (list pages with poison records). */
  backendErrorIsAnswer?: boolean;
};

/** Where answers come from. Every attempt is told before it is understood, so that it can be kept. */
export type Source = {
  ask(question: Question, onAttempt: (attempt: Attempt) => Promise<void>): Promise<Reading>;
};
