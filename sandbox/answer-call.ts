import { type Answer, backendError, gatewayError, notFound } from "./answer";
import { type Catalog, LIST_NAMES } from "./catalog";
import { type FaultKind, type FaultRates, pickFault } from "./faults";
import type { Quota, Refusal } from "./quota";
import { findReference, type Route } from "./references";
import { RESOURCES } from "./resources";
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
function faultAnswer(kind: FaultKind, endpoint: string): Answer | null {
  const name = LIST_NAMES.find((list) => endpoint.startsWith(list)) ?? "airports";
  const answers: Partial<Record<FaultKind, Answer>> = {
    "401": gatewayError(401, "Not Authorized"),
    "403-second": gatewayError(403, REFUSALS["403-second"]),
    "403-hour": gatewayError(403, REFUSALS["403-hour"]),
    "404": notFound(RESOURCES[name], name),
    "500": backendError(RESOURCES[name]),
    "502": gatewayError(502, "Bad Gateway"),
    "503": gatewayError(503, "Service Unavailable"),
    "504": gatewayError(504, "Gateway Timeout"),
  };
  return answers[kind] ?? null;
}

function answerData(api: Api, route: Route): Outcome {
  const fault = pickFault(api.faultRates, api.seed, api.dataCalls++);
  const instead = fault && faultAnswer(fault, route.endpoint);
  return { ...outcome(route.endpoint, instead ?? route.answer(api.catalog)), fault };
}

/**
 * Answers one call as gateway and backend do together: key, quota, then the question itself. The token's name must be
 * written `Bearer`, although the token endpoint says `bearer`.
 */
export function answerCall(api: Api, incoming: Incoming): Outcome {
  if (TOKEN_PATHS.has(incoming.path)) return answerToken(api, incoming);
  const route = findReference(incoming);
  const endpoint = route?.endpoint ?? "unknown";
  const [, token = ""] = /^Bearer (\S+)$/.exec(incoming.authorization ?? "") ?? [];
  const key = api.tokens.keyOf(token);
  if (!key) return outcome(endpoint, gatewayError(401, "Not Authorized"));
  const refused = api.quota?.take(key);
  if (refused) return refuse(endpoint, refused);
  if (incoming.method !== "GET") return outcome(endpoint, gatewayError(405, "Method Not Allowed"));
  return route ? answerData(api, route) : outcome(endpoint, gatewayError(404, "Not Found"));
}
