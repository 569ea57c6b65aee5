import type { Caller } from "@/lib/auth/caller";
import type { AppError } from "@/lib/errors";
import type { OriginKind } from "@/lib/model/origin";
import type { CallLimiter } from "./call-limiter";

/** The world as an endpoint sees it. */
export type ServePorts = {
  /** Null where nobody says who they are; throws `unauthenticated` for a key that is none, or is none any more. */
  findCaller(request: Request): Promise<Caller | null>;
  /** Whether anybody may read what is not secret. */
  publicReads(): Promise<boolean>;
  /** Null: nobody is limited. */
  limiter: CallLimiter | null;
  /** Where the data comes from, as far as this process knows. */
  knownOrigin(): OriginKind | null;
  /** The same, asking the database where it is not known. Never throws. */
  findOrigin(): Promise<OriginKind | null>;
  findDataVersion(): Promise<number>;
  appVersion: string;
  checkReplies: boolean;
  reportError(error: AppError, at: { method: string; instance: string; requestId: string }): void;
};
