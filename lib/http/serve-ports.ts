import type { Caller } from "@/lib/auth/caller";
import type { AppError } from "@/lib/errors";
import type { OriginKind } from "@/lib/model/origin";
import type { AskedHeaders } from "./asking";
import type { CallLimiter } from "./call-limiter";
import type { ReplyCache } from "./reply-cache";

/** The world as an endpoint sees it. */
export type ServePorts = {
  /**
   * Null where nobody says who they are; throws `unauthenticated` for a key that is none, or is none any more. For a request
   * that `changes` something as it is at this very moment.
   */
  findCaller(request: { headers: AskedHeaders; changes: boolean }): Promise<Caller | null>;
  /** Whether anybody may read what is not secret. */
  publicReads(): Promise<boolean>;
  /** Null: nobody is limited. */
  limiter: CallLimiter | null;
  /** Where the data comes from, as far as this process knows. */
  knownOrigin(): OriginKind | null;
  /** The same, asking the database where it is not known. Never throws. */
  findOrigin(): Promise<OriginKind | null>;
  /** As it was less than a moment ago. */
  findDataVersion(): Promise<number>;
  /** Something was changed here: whoever asks next must not get what was true before. */
  forgetDataVersion(): void;
  /** Null: nothing is kept. */
  replies: ReplyCache | null;
  /** Milliseconds since 1970. */
  now(): number;
  appVersion: string;
  checkReplies: boolean;
  reportError(error: AppError, at: { method: string; instance: string; requestId: string }): void;
};
