import { bodyText, excerpt, readJsonBody } from "./body";
import type { Failure, FailureKind } from "./failure";
import { BackendErrors, GatewayError } from "./responses";
import { retryAfterSeconds } from "./retry-after";

/** An answer of the HTTP layer: whole, and not yet understood. Header names are lower-case. */
export type HttpAnswer = {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  receivedAt: Date;
  durationMs: number;
};

export type Understood = { kind: "ok"; json: unknown } | { kind: "failed"; failure: Failure };

/** Says what an answer is: JSON, or which failure. 206 is a success like every 2xx. Pure. */
export function understand(answer: HttpAnswer): Understood {
  if (answer.status >= 200 && answer.status < 300) return readSuccess(answer);
  const said = readError(answer);
  return {
    kind: "failed",
    failure: {
      kind: failureKind(answer, said),
      // A 401 may quote the token that it refuses.
      detail: answer.status === 401 ? "HTTP 401" : `HTTP ${answer.status}: ${said.text}`,
      retryAfterSeconds: retryAfterSeconds(answer.headers["retry-after"], answer.receivedAt),
    },
  };
}

function readSuccess({ status, headers, body }: HttpAnswer): Understood {
  const read = readJsonBody(body, headers["content-type"]);
  if (read.kind === "json") return { kind: "ok", json: read.json };
  const detail = `HTTP ${status}: ${read.detail}`;
  return { kind: "failed", failure: { kind: read.kind, detail, retryAfterSeconds: null } };
}

type SaidError = { family: "backend" | "gateway" | "other"; text: string };

/** There are two families of error bodies, told apart by their root key; anything else comes from somebody else. */
function readError({ headers, body }: HttpAnswer): SaidError {
  const contentType = headers["content-type"];
  const read = readJsonBody(body, contentType);
  const json = read.kind === "json" ? read.json : undefined;
  const backend = BackendErrors.safeParse(json).data?.ProcessingErrors.ProcessingError[0];
  if (backend) {
    const head = [backend.Type, backend.Code].filter(Boolean).join(" ");
    const text = [head, backend.Description].filter(Boolean).join(": ");
    return { family: "backend", text: excerpt(text) };
  }
  const gateway = GatewayError.safeParse(json).data;
  if (gateway) return { family: "gateway", text: excerpt(gateway.Error) };
  return { family: "other", text: excerpt(bodyText(body, contentType)) };
}

function failureKind(answer: HttpAnswer, said: SaidError): FailureKind {
  const { status } = answer;
  if (status === 403 || status === 429) return limitKind(answer, said);
  if (status === 404) return said.family === "backend" ? "not_found" : "foreign_not_found";
  if (status === 500 && said.family === "backend") return "backend_error";
  if (status >= 500 || status === 408) return "gateway_error";
  if (status === 401) return "token_refused";
  return status === 400 ? "bad_request" : "unexpected_status";
}

/**
 * Both limits are answered with 403; only words tell them apart. Lufthansa's (`Account Over Queries Per Second Limit`,
 * `Account Over Rate Limit`) were seen in clients of the API; those of its gateway product (`Developer Over Qps`,
 * `ERR_403_DEVELOPER_OVER_RATE`) may come where it is not set up for JSON. Other words mean a refusal.
 */
function limitKind({ status, headers }: HttpAnswer, said: SaidError): FailureKind {
  const words = [
    said.text,
    headers["x-mashery-error-code"] ?? "",
    headers["x-error-detail-header"] ?? "",
  ].join(" ");
  if (/over[ _]queries[ _]per[ _]second|over[ _]qps/i.test(words)) return "over_second_limit";
  if (/over[ _]rate|rate[ _]limit[ _]exceeded/i.test(words)) return "over_hour_limit";
  return status === 429 ? "over_second_limit" : "access_refused";
}
