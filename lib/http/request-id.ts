import type { AskedHeaders } from "./asking";

const SANE = /^[\w.:-]{1,100}$/;

/** The caller's own X-Request-Id where it is short and harmless in a log line, else a new one. */
export function requestId(headers: AskedHeaders): string {
  const given = headers.get("x-request-id");
  return given && SANE.test(given) ? given : crypto.randomUUID();
}
