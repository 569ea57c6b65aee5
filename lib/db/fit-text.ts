/**
 * Text as a VARCHAR of `width` characters can hold it: cut by whole characters, a broken half of a pair replaced as the
 * database would. One text that is too long must not lose the whole batch; the kept answer has it whole.
 */
export function fitText(text: string, width: number): string {
  const whole = text.replace(/\p{Surrogate}/gu, "\uFFFD");
  return whole.length <= width ? whole : [...whole].slice(0, width).join("");
}
