import type { Caller } from "@/lib/auth/caller";
import type { Actor } from "@/lib/model/actor";
import type { Precondition } from "@/lib/model/precondition";
import type { Asking } from "./asking";
import { callerAddress } from "./caller-address";
import { readPrecondition } from "./etag";
import { ownOrigin } from "./own-origin";

/** What a handler may want to know of the request beside its input. */
export type CallContext = {
  /** Ends when the caller goes. */
  signal: AbortSignal;
  /** Which version a change was made for. */
  precondition: Precondition;
  /** Where the caller sees us, e.g. `https://flights.example.org`. */
  origin: string;
};

/** Throws `validation_failed` for an If-Match that names no row. */
export const callContext = (request: Asking): CallContext => ({
  signal: request.signal,
  precondition: readPrecondition(request.headers),
  origin: ownOrigin(request.headers),
});

/** Who changes something by this request. */
export const actorOf = (caller: Caller, request: Asking, requestId: string): Actor => ({
  userId: caller.id,
  email: caller.email,
  keyId: caller.key?.id ?? null,
  requestId,
  address: callerAddress(request.headers),
});
