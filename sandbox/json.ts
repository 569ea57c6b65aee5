export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One record of a list, as the API sends it. */
export type Item = { [key: string]: Json };

export const isObject = (value: Json | undefined): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Their converter from XML writes a list of one as the thing itself (API.md section 5). */
export function collapse<T>(list: readonly T[]): T | T[] {
  const [only] = list;
  return list.length === 1 && only !== undefined ? only : [...list];
}
