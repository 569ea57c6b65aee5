/** Every way this application fails on purpose. Anything else is a bug and becomes `internal`. */
export const ERROR_CODES = [
  "validation_failed",
  "not_found",
  "method_not_allowed",
  "unauthenticated",
  "forbidden",
  "conflict",
  "precondition_failed",
  "payload_too_large",
  "unsupported_media_type",
  "range_required",
  "rate_limited",
  "origin_refused",
  "upstream_unavailable",
  "database_unavailable",
  "internal",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One wrong input: `name` is the place and field (`query.limit`), `reason` a sentence a caller can act on. */
export type InvalidParam = { name: string; reason: string };

/** What refers to a row, and how often: `flights`, 12. */
export type Reference = { resource: string; count: number };

/** The only error whose message reaches a caller; everything else is logged and answered as `internal`. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;
  readonly invalidParams: readonly InvalidParam[] | undefined;
  /** What stands in the way of a deletion. */
  readonly references: readonly Reference[] | undefined;
  /** Seconds after which the same request may succeed. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      cause?: unknown;
      invalidParams?: readonly InvalidParam[];
      references?: readonly Reference[];
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.invalidParams = options.invalidParams;
    this.references = options.references;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
