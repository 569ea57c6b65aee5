import { setTimeout as sleep } from "node:timers/promises";
import type { Env } from "@/lib/env";
import { aboutSource } from "@/lib/lufthansa/about-source";
import { createLufthansaClient } from "@/lib/lufthansa/client";
import type { Fetch } from "@/lib/lufthansa/exchange";
import type { Quota } from "@/lib/lufthansa/quota";
import { type SourceSettings, sourceSettings } from "@/lib/lufthansa/source-settings";
import { type Finding, findingOf, messageOf } from "./finding";

const finding = findingOf("Lufthansa");

type Looking = {
  settings: Env;
  /** The shared quota where the database can be reached; without it the one call is not counted. */
  quotaOf: (source: SourceSettings) => Quota;
  fetch: Fetch;
};

/** The source and its credentials, by one token call. Without credentials there is nothing to call: a sandbox is used. */
export async function checkSource({ settings, quotaOf, fetch }: Looking): Promise<Finding> {
  const hasCredentials = settings.LUFTHANSA_CLIENT_ID || settings.LUFTHANSA_CLIENT_SECRET;
  const isReal = new URL(settings.LUFTHANSA_BASE_URL).hostname === "api.lufthansa.com";
  if (!hasCredentials && isReal) {
    return finding(
      "ok",
      "no credentials: npm run up uses a sandbox, no real flights",
      "For real ones set LUFTHANSA_CLIENT_ID and LUFTHANSA_CLIENT_SECRET (developer.lufthansa.com)",
    );
  }
  try {
    const about = await aboutSource({ baseUrl: settings.LUFTHANSA_BASE_URL, fetch });
    const source = sourceSettings(settings, about);
    const client = createLufthansaClient({
      ...source,
      quota: quotaOf(source),
      fetch,
      now: () => new Date(),
      sleep,
      random: Math.random,
      log: { warn: () => undefined },
      timeoutMs: 10_000,
      tries: 1,
    });
    const outcome = await client.signIn();
    if (outcome.kind === "ok") {
      return finding("ok", `${source.baseUrl} gives a token (${source.origin.kind})`);
    }
    if (outcome.kind === "wait")
      return finding("warning", outcome.reason, "Wait for the next clock hour");
    return finding("error", outcome.reason);
  } catch (error) {
    return finding("error", messageOf(error));
  }
}
