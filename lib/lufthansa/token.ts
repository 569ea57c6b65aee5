import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type CallMeans, type CallOutcome, makeCall } from "./call";
import { FAILURES } from "./failure";
import { textOrNumber } from "./responses";

export type Credentials = { clientId: string; clientSecret: string };

/** A token in use. `accepted`: some data call succeeded with it, so that a later refusal means that it has ended. */
export type Token = { value: string; goodUntil: Date; accepted: boolean };

export type TokenOutcome =
  | { kind: "token"; token: Token }
  | { kind: "wait"; until: Date; reason: string }
  | { kind: "refused"; reason: string };

export type TokenSource = {
  /** The present token, or a new one. Asks once however many wait. Throws `upstream_unavailable`. */
  get(): Promise<TokenOutcome>;
  /** Forgets `token`, unless another one has taken its place. */
  drop(token: Token): void;
};

const PATH = "/oauth/token";

/** Renewed this long before its end, so that it does not end on the way; a short life has a shorter margin. */
const MARGIN_MS = 60_000;
const MARGIN_SHARE = 0.1;

/** The documents promise a lifetime and every recording has one; without it a token is trusted this long only. */
const LIFETIME_IF_UNSAID_SECONDS = 60;

/** Lifetimes of 21600 and 129600 seconds were recorded: only what is said counts. */
const TokenAnswer = z.object({
  access_token: textOrNumber.pipe(z.string().min(1)),
  expires_in: z.coerce.number().positive().catch(LIFETIME_IF_UNSAID_SECONDS),
});

/** Keeps one token in memory, never on disk and never in a message. Token calls pass the quota like all others. */
export function createTokenSource(means: CallMeans, credentials: Credentials): TokenSource {
  let present: Token | undefined;
  let asking: Promise<TokenOutcome> | undefined;

  async function ask(): Promise<TokenOutcome> {
    const askedAt = means.now().getTime();
    const outcome = await makeCall(means, {
      method: "POST",
      path: PATH,
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret,
        grant_type: "client_credentials",
      }).toString(),
      secrets: [credentials.clientSecret, encodeURIComponent(credentials.clientSecret)],
    });
    if (outcome.kind === "wait") return outcome;
    if (outcome.kind === "failed") return { kind: "refused", reason: refusal(outcome) };
    present = readToken(outcome.json, askedAt);
    return { kind: "token", token: present };
  }

  return {
    async get() {
      if (present && means.now() < present.goodUntil) return { kind: "token", token: present };
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    drop(token) {
      if (present === token) present = undefined;
    },
  };
}

function readToken(json: unknown, askedAt: number): Token {
  const read = TokenAnswer.safeParse(json);
  if (!read.success) {
    // The answer itself is not quoted: it may hold a token by another name.
    throw new AppError(
      "upstream_unavailable",
      `POST ${PATH}: the answer holds no access_token. Nothing was asked; what was read before is kept. Look at LUFTHANSA_BASE_URL.`,
    );
  }
  const lifetimeMs = read.data.expires_in * 1000;
  const margin = Math.min(MARGIN_MS, lifetimeMs * MARGIN_SHARE);
  const goodUntil = new Date(askedAt + lifetimeMs - margin);
  return { value: read.data.access_token, goodUntil, accepted: false };
}

/** The other side's words are left out, since it may quote what was sent to it. */
function refusal({ failure }: Extract<CallOutcome, { kind: "failed" }>): string {
  const status = /HTTP \d+/.exec(failure.detail)?.[0] ?? failure.kind;
  if (failure.kind === "token_refused" || failure.kind === "bad_request") {
    return `POST ${PATH}: the credentials were refused (${status}). Nothing was asked; correct LUFTHANSA_CLIENT_ID and LUFTHANSA_CLIENT_SECRET and start the run again.`;
  }
  return `POST ${PATH}: ${FAILURES[failure.kind].says}, ${status}. Nothing was asked; look at LUFTHANSA_BASE_URL and at the account of LUFTHANSA_CLIENT_ID.`;
}
