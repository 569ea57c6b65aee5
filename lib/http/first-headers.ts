import { AnswerHeaders } from "./answer-headers";
import type { AskedHeaders } from "./asking";
import { corsHeaders } from "./cors";
import { API_SECURITY_HEADERS } from "./security-headers";

const ALWAYS = Object.entries(API_SECURITY_HEADERS);

/** What an answer of the API says whatever becomes of it. `crossOrigin`: pages of CORS_ORIGINS may read it. */
export function firstHeaders(
  asked: AskedHeaders,
  { requestId, crossOrigin = true }: { requestId: string; crossOrigin?: boolean },
): AnswerHeaders {
  const headers = new AnswerHeaders(ALWAYS);
  if (crossOrigin) setAll(headers, corsHeaders(asked));
  return headers.set("x-request-id", requestId);
}

function setAll(headers: AnswerHeaders, said: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(said)) headers.set(name, value);
}
