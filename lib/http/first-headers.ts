import type { AskedHeaders } from "./asking";
import { corsHeaders } from "./cors";
import { API_SECURITY_HEADERS } from "./security-headers";

/** What an answer of the API says whatever becomes of it. `crossOrigin`: pages of CORS_ORIGINS may read it. */
export function firstHeaders(
  asked: AskedHeaders,
  { requestId, crossOrigin = true }: { requestId: string; crossOrigin?: boolean },
): Headers {
  return new Headers({
    ...API_SECURITY_HEADERS,
    ...(crossOrigin ? corsHeaders(asked) : {}),
    "x-request-id": requestId,
  });
}
