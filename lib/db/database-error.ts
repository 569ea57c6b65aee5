import { AppError } from "@/lib/errors";

/** Numbers of MySQL and of the driver that mean: there is no usable connection, whatever the statement was. */
const CONNECTION_ERRORS = new Map<number, string>([
  [1040, "it has no free connection"],
  [1044, "the user may not use this database"],
  [1045, "user or password are wrong"],
  [1049, "the database does not exist"],
  [1053, "it is shutting down"],
  [1129, "it blocks this host"],
  [1130, "it does not let this host in"],
  [1251, "it uses a sign-in method that is not known here"],
  [1927, "the connection was ended"],
  [3159, "it wants TLS: add ?ssl=true"],
  [45009, "the connection was lost"],
  [45012, "it does not answer in time"],
  [45013, "the connection was lost"],
  [45028, "no connection could be had in time"],
]);
const CONNECTION_CODES =
  /^(E(CONN|HOST|NET|ADDR|PIPE|TIMEDOUT|AI_AGAIN|NOTFOUND|NOENT)|ER_(GET_CONNECTION_TIMEOUT|CONNECTION_TIMEOUT|SOCKET|CMD_CONNECTION_CLOSED|CONNECTION_ALREADY_CLOSED|POOL_ALREADY_CLOSED|SETTING_SESSION_ERROR|SERVER_SHUTDOWN|LOCAL_INFILE))/;

type Failure = {
  errno?: unknown;
  code?: unknown;
  cause?: unknown;
  fatal?: unknown;
  /** Where Prisma keeps what its adapter threw, and there the driver's number. */
  meta?: { driverAdapterError?: unknown };
  originalCode?: unknown;
};

/**
 * Turns a lost or refused connection into an AppError `database_unavailable` whose message says what to do and shows
 * no secret; any other error comes back as it is. For pool, Prisma and migrations alike.
 */
export function toDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const reason = connectionFailure(error);
  if (!reason) return error;
  return new AppError(
    "database_unavailable",
    `The database cannot be used: ${reason}. Nothing was changed. See that it runs and that DATABASE_URL is right (npm run doctor looks), then try again.`,
    { cause: error, retryAfterSeconds: 5 },
  );
}

function connectionFailure(error: unknown): string | null {
  let reason: string | null = null;
  // The innermost cause says most: a pool that gave up waiting names the refused connection behind it.
  for (
    let failure = error;
    isFailure(failure);
    failure = failure.cause ?? failure.meta?.driverAdapterError
  ) {
    reason = describeFailure(failure) ?? reason;
  }
  return reason;
}

function describeFailure({ errno, originalCode, code, fatal }: Failure): string | null {
  const known = CONNECTION_ERRORS.get(Number(errno ?? originalCode));
  if (known) return known;
  if (typeof code === "string" && CONNECTION_CODES.test(code)) return `no connection (${code})`;
  return fatal === true ? "the connection was lost" : null;
}

const isFailure = (value: unknown): value is Failure => typeof value === "object" && value !== null;
