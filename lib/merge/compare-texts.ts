/** By code unit, as ascii_bin compares: never by somebody's language. */
export const compareTexts = (one: string, other: string): number =>
  one === other ? 0 : one < other ? -1 : 1;
