import {
  MongoClient,
  MongoError,
  MongoNetworkError,
  MongoNetworkTimeoutError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from "mongodb";
import { AppError } from "@/lib/errors";

const DEFAULT_DATABASE = "dst_airlines";
/** Short enough that a caller learns within five seconds that the store is down. */
const PATIENCE_MS = 3_000;

/** A client whose failures are AppErrors, and the one database that it is for. */
export type MongoConnection = {
  client: MongoClient;
  database: string;
  /** Does `work`; a connection that was lost under it is replaced once, so `work` must bear being done twice. */
  reach<T>(work: () => Promise<T>): Promise<T>;
};

/** Prepares a connection to the address and database of `uri`. Throws `database_unavailable`, never showing the password. */
export function mongoConnection(uri: string): MongoConnection {
  const client = mongoClient(uri);
  const { srvHost, hosts } = client.options;
  const place = srvHost ?? hosts.map((host) => host.toString()).join(", ");
  return {
    client,
    database: /^mongodb(\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[2] ?? DEFAULT_DATABASE,
    reach: async (work) => {
      try {
        return await work().catch((error) =>
          isLostConnection(error) ? work() : throwAgain(error),
        );
      } catch (error) {
        throw toStoreError(error, place);
      }
    },
  };
}

function mongoClient(uri: string): MongoClient {
  try {
    return new MongoClient(uri, {
      appName: "dst-airlines",
      serverSelectionTimeoutMS: PATIENCE_MS,
      connectTimeoutMS: PATIENCE_MS,
      // A server that stopped answering in the middle; long enough for 15 MB over a slow line.
      socketTimeoutMS: 30_000,
      waitQueueTimeoutMS: 30_000,
      // An answer is the only copy there is: saved means on the disk of most members.
      writeConcern: { w: "majority", journal: true },
      ignoreUndefined: true,
    });
  } catch {
    throw new AppError(
      "database_unavailable",
      "MONGODB_URI is not right: it must look like mongodb://user:password@host:27017/dst_airlines, with special characters of the password percent-encoded. Correct it and start again.",
    );
  }
}

const throwAgain = (error: unknown): never => {
  throw error;
};

const isLostConnection = (error: unknown) =>
  (error instanceof MongoNetworkError && !(error instanceof MongoNetworkTimeoutError)) ||
  isSocketError(error);

/** A write to a connection that has just gone can come from the driver as Node's own error. */
const isSocketError = (error: unknown) =>
  error instanceof Error && "code" in error && /^E[A-Z_]+$/.test(String(error.code));

function toStoreError(error: unknown, place: string): unknown {
  const reason = unavailableReason(error);
  if (!reason) return error;
  return new AppError(
    "database_unavailable",
    `The raw store (MongoDB at ${place}) cannot be used: ${reason}. What was saved before is kept, this was not done. See that it runs and that MONGODB_URI is right, then try again.`,
    { cause: error, retryAfterSeconds: 5 },
  );
}

/** AuthenticationFailed, Unauthorized, and what Atlas calls both. */
const SIGN_IN_CODES = new Set<unknown>([13, 18, 8000]);

function unavailableReason(error: unknown): string | null {
  if (isSocketError(error)) return "the connection was lost or its name is not known";
  if (!(error instanceof MongoError)) return null;
  if (error instanceof MongoServerSelectionError) return "it cannot be reached";
  if (error instanceof MongoNetworkTimeoutError) return "it did not answer in time";
  if (error instanceof MongoNetworkError) return "the connection was lost";
  if (error instanceof MongoTopologyClosedError) return "its connection was closed";
  if (error.name === "MongoWaitQueueTimeoutError") return "it is too busy";
  if (error.hasErrorLabel("RetryableWriteError")) return "it is changing its primary";
  if (error instanceof MongoServerError && SIGN_IN_CODES.has(error.code)) {
    return "it refuses the user or the password";
  }
  return null;
}
