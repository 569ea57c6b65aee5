import { AppError } from "@/lib/errors";
import { REAL_HOST } from "./about-source";
import { exchange, type Fetch } from "./exchange";
import { describeFailure } from "./failure";

/**
 * Whether anything answers at the source, whatever it answers. Asked without a token, so that it costs no call of the
 * quota. Throws an AppError `upstream_unavailable` when nothing does.
 */
export async function reachSource(input: {
  baseUrl: string;
  fetch: Fetch;
  timeoutMs: number;
}): Promise<void> {
  const { hostname, origin } = new URL(input.baseUrl);
  const url = `${origin}${hostname === REAL_HOST ? "/" : "/_sandbox/about"}`;
  const result = await exchange(
    { method: "GET", url, headers: { accept: "application/json" } },
    { fetch: input.fetch, now: () => new Date(), timeoutMs: input.timeoutMs, maxBytes: 1_000_000 },
  );
  if (result.kind === "answer") return;
  throw new AppError(
    "upstream_unavailable",
    `GET ${url}: ${describeFailure(result.failure)}. Stored data are served on; runs try again, and end partial or failed while it lasts.`,
  );
}
