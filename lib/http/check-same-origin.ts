import { AppError } from "@/lib/errors";
import { ownOrigin } from "./own-origin";

const SAME_SITE = new Set(["same-origin", "none"]);

/**
 * Refuses a change that a page of another site makes with a visitor's cookie. Browsers say where such a request
 * comes from (Origin, Sec-Fetch-Site); programs say neither, and hold the cookie because somebody gave it to them.
 */
export function checkSameOrigin(headers: Headers): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const foreignOrigin = origin !== null && origin !== ownOrigin(headers);
  const foreignSite = site !== null && !SAME_SITE.has(site);
  if (!foreignOrigin && !foreignSite) return;
  throw new AppError(
    "forbidden",
    "This request was sent by a page of another site. Nothing was changed.",
  );
}
