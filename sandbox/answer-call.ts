import { type Answer, gatewayError } from "./answer";
import type { Catalog } from "./catalog";
import { type FaultKind, type FaultRates, isPoisoned, pickFault } from "./faults";
import type { Asked } from "./links";
import type { Outages } from "./outages";
import type { Quota, Refusal } from "./quota";
import { findReference, type Route } from "./references";
import type { Tokens } from "./tokens";

/** One request to the API; `path` is without the version, `search` raw and without its question mark. */
export type Incoming = {
  method: string;
  path: string;
  search: string;
  authorization: string | undefined;
  body: string;
};

/** What to answer and why. A fault that spoils the answer on its way is still to be applied. */
export type Outcome = {
  answer: Answer;
  endpoint: string;
  fault: FaultKind | null;
  refused: Refusal | null;
};

export type Api = {
  catalog: Catalog;
  tokens: Tokens;
  quota: Quota | null;
  seed: number;
  expiresInSeconds: number;
  /** Changed at run time by POST /_sandbox/faults. */
  faultRates: FaultRates;
  outages: Outages;
  /** Finds what is asked under /operations, or null. */
  findOperation: (asked: Asked) => Route | null;
  dataCalls: number;
};

const TOKEN_PATHS = new Set(["/oauth/token", "/partners/oauth/token"]);

const REFUSALS: Record<Refusal, string> = {
  "403-second": "Account Over Queries Per Second Limit",
  "403-hour": "Account Over Rate Limit",
};

const outcome = (endpoint: string, answer: Answer): Outcome => ({
  endpoint,
  answer,
  fault: null,
  refused: null,
});

const refuse = (endpoint: string, refused: Refusal): Outcome => ({
  ...outcome(endpoint, gatewayError(403, REFUSALS[refused])),
  refused,
});

/** The answers of the token endpoint are JSON whatever was asked for. */
function tokenJson(status: number, body: Record<string, string | number>): Answer {
  return { status, text: JSON.stringify(body), contentType: "application/json" };
}

function answerToken(api: Api, incoming: Incoming): Outcome {
  if (incoming.method !== "POST") {
    return outcome("token", gatewayError(405, "Method Not Allowed"));
  }
  const form = new URLSearchParams(incoming.body);
  const [key, secret] = [form.get("client_id"), form.get("client_secret")];
  if (!key || !secret || form.get("grant_type") !== "client_credentials") {
    return outcome("token", tokenJson(400, { error: "invalid_request" }));
  }
  const refused = api.quota?.take(key);
  if (refused) return refuse("token", refused);
  const token = api.tokens.issue(key, secret);
  if (!token) return outcome("token", gatewayError(401, "Not Authorized"));
  return outcome(
    "token",
    tokenJson(200, {
      access_token: token,
      token_type: "bearer",
      expires_in: api.expiresInSeconds,
    }),
  );
}

/** An answer that takes the place of the good one; null for the faults that spoil it on its way. */
function faultAnswer(kind: FaultKind, route: Route): Answer | null {
  const answers: Partial<Record<FaultKind, Answer>> = {
    "401": gatewayError(401, "Not Authorized"),
    "403-second": gatewayError(403, REFUSALS["403-second"]),
    "403-hour": gatewayError(403, REFUSALS["403-hour"]),
    "404": route.notFound,
    "500": route.failure,
    "502": gatewayError(502, "Bad Gateway"),
    "503": gatewayError(503, "Service Unavailable"),
    "504": gatewayError(504, "Gateway Timeout"),
    burst: route.failure,
    poison: route.failure,
  };
  return answers[kind] ?? null;
}

/** An outage comes before everything: the same question fails until it is over. */
function faultOf(api: Api, route: Route, path: string): FaultKind | null {
  const drawn = pickFault(api.faultRates, api.seed, api.dataCalls++);
  if (api.outages.covers(route.airports)) return "burst";
  if (drawn === "burst") api.outages.begin(route.airports);
  // The reference lists have unreadable positions of their own.
  const poisoned = route.airports.length > 0 && isPoisoned(api.faultRates, api.seed, path);
  return poisoned ? "poison" : drawn;
}

function answerData(api: Api, route: Route, path: string): Outcome {
  const fault = faultOf(api, route, path);
  const instead = fault && faultAnswer(fault, route);
  return { ...outcome(route.endpoint, instead ?? route.answer()), fault };
}

/**
 * Answers one call as gateway and backend do together: key, quota, then the question itself. The token's name must be
 * written `Bearer`, although the token endpoint says `bearer`.
 */
export function answerCall(api: Api, incoming: Incoming): Outcome {
  if (TOKEN_PATHS.has(incoming.path)) return answerToken(api, incoming);
  const route = findReference(api.catalog, incoming) ?? api.findOperation(incoming);
  const endpoint = route?.endpoint ?? "unknown";
  const [, token = ""] = /^Bearer (\S+)$/.exec(incoming.authorization ?? "") ?? [];
  const key = api.tokens.keyOf(token);
  if (!key) return outcome(endpoint, gatewayError(401, "Not Authorized"));
  const refused = api.quota?.take(key);
  if (refused) return refuse(endpoint, refused);
  if (incoming.method !== "GET") return outcome(endpoint, gatewayError(405, "Method Not Allowed"));
  return route
    ? answerData(api, route, incoming.path)
    : outcome(endpoint, gatewayError(404, "Not Found"));
}
