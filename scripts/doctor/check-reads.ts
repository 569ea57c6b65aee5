import type { Env } from "@/lib/env";
import type { OriginKind } from "@/lib/model/origin";
import { type Finding, findingOf } from "./finding";

const finding = findingOf("Reading");
const HOW_TO_CHOOSE =
  "Set API_PUBLIC_READS=true if your licence lets you show these data to anybody, API_PUBLIC_READS=false to keep them closed";

/**
 * Whether anybody may read flights and reference data. `origin` is whose data the database holds, or will; null where that
 * is not known yet.
 */
export function checkReads(
  settings: Pick<Env, "API_PUBLIC_READS" | "LUFTHANSA_CLIENT_ID" | "LUFTHANSA_CLIENT_SECRET">,
  origin: OriginKind | null,
): Finding {
  const chosen = settings.API_PUBLIC_READS;
  if (chosen !== undefined) {
    const who = chosen ? "open to anybody" : "only with a key or a sign-in";
    return finding("ok", `${who} (API_PUBLIC_READS=${chosen})`);
  }
  const hasCredentials = settings.LUFTHANSA_CLIENT_ID || settings.LUFTHANSA_CLIENT_SECRET;
  const whose = origin ?? (hasCredentials ? "lufthansa" : "sandbox");
  if (whose === "sandbox") return finding("ok", "open to anybody: the sandbox's data are nobody's");
  const source = whose === "lufthansa" ? "Lufthansa's data are licensed" : "the data are real";
  return finding("warning", `only with a key or a sign-in: ${source}`, HOW_TO_CHOOSE);
}
