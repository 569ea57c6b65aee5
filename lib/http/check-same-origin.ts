import { AppError } from "@/lib/errors";
import type { AskedHeaders } from "./asking";
import { ownOrigin } from "./own-origin";

const SAME_SITE = new Set(["same-origin", "none"]);

/**
 * Refuses a change that a page of another site makes with a visitor's cookie. Browsers say where such a request
 * comes from (Origin, Sec-Fetch-Site); programs say neither, and hold the cookie because somebody gave it to them. Throws
 * `forbidden`.
 */
export function checkSameOrigin(headers: AskedHeaders): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const own = ownOrigin(headers);
  if (site !== null && !SAME_SITE.has(site)) throw foreign("");
  if (origin === null || origin === own) return;
  // https ends at a proxy that we do not know: the browser's own word, which no page can set, is enough.
  if (site === "same-origin" && isSameHost(origin, own)) return;
  const advice = ` It came by ${origin}, and we take ourselves to be at ${own}: if both are the same, set NEXTAUTH_URL, or TRUSTED_PROXIES to the proxy in front.`;
  throw foreign(advice);
}

const isSameHost = (one: string, other: string): boolean =>
  URL.canParse(one) && new URL(one).host === new URL(other).host;

const foreign = (advice: string) =>
  new AppError(
    "forbidden",
    `This request was sent by a page of another site. Nothing was changed.${advice}`,
  );
