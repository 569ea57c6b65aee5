const DAY = 24 * 60 * 60 * 1000;

/** Days after a whole answer up to which a reference stream is fine, and up to which it is only a warning. */
const FINE_DAYS = 8;
const WARNING_DAYS = 15;

/** How fresh a weekly stream is at `now`: one missed week is a warning, two are an error, and so is never. */
export function freshnessState(
  lastCompleteAt: Date | null,
  now: Date,
): "fine" | "warning" | "error" {
  if (!lastCompleteAt) return "error";
  const days = (now.getTime() - lastCompleteAt.getTime()) / DAY;
  if (days <= FINE_DAYS) return "fine";
  return days <= WARNING_DAYS ? "warning" : "error";
}
