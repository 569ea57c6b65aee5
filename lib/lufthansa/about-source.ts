import { z } from "zod";
import { AppError } from "@/lib/errors";
import { exchange, type Fetch } from "./exchange";
import { describeFailure } from "./failure";
import type { QuotaLimits } from "./quota";
import { understand } from "./understand";

/** What a stand-in for Lufthansa says of itself. */
export type SandboxAbout = { kind: "sandbox" | "replay"; limits: QuotaLimits };

const About = z.object({
  kind: z.enum(["sandbox", "replay"]),
  quota: z
    .object({ calls_per_second: z.number().int(), calls_per_hour: z.number().int() })
    .nullable(),
});

export const REAL_HOST = "api.lufthansa.com";

/**
 * Asks whether the source is a stand-in; null when it is not one. The real host is never asked. Throws an AppError
 * `upstream_unavailable` when nothing answers there, since real and made-up data must not be mixed by mistake.
 */
export async function aboutSource(input: {
  baseUrl: string;
  fetch: Fetch;
  timeoutMs?: number;
}): Promise<SandboxAbout | null> {
  const { hostname, origin } = new URL(input.baseUrl);
  if (hostname === REAL_HOST) return null;
  const url = `${origin}/_sandbox/about`;
  const result = await exchange(
    { method: "GET", url, headers: { accept: "application/json" } },
    {
      fetch: input.fetch,
      now: () => new Date(),
      timeoutMs: input.timeoutMs ?? 3000,
      maxBytes: 100_000,
    },
  );
  if (result.kind === "no_answer") {
    throw new AppError(
      "upstream_unavailable",
      `GET ${url}: ${describeFailure(result.failure)}. Nothing was asked. Start the sandbox there (npm run sandbox), or correct LUFTHANSA_BASE_URL.`,
    );
  }
  const understood = understand(result.answer);
  if (understood.kind === "failed") return null;
  const about = About.safeParse(understood.json).data;
  if (!about) return null;
  return {
    kind: about.kind,
    limits: {
      callsPerSecond: about.quota?.calls_per_second ?? 0,
      callsPerHour: about.quota?.calls_per_hour ?? 0,
    },
  };
}
