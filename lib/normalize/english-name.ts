import type { LufthansaName } from "@/lib/lufthansa/responses";
import type { NoteUnusable } from "./normalize-list";

const LONGEST = 120;

type Names = { Name?: LufthansaName[] | undefined } | undefined;

/**
 * The English name, trimmed; else the first there is, for a name without a translation is sent once, in whatever
 * language. Null when there is none (`"Names":{}`).
 */
export function englishName(names: Names, note: NoteUnusable): string | null {
  const written = (names?.Name ?? []).filter((name) => name.$?.trim());
  const english = written.find((name) => name["@LanguageCode"]?.toUpperCase() === "EN");
  const text = (english ?? written[0])?.$?.trim();
  if (!text) return null;
  if (text.length > LONGEST) note("Names.Name[].$", text);
  return text.slice(0, LONGEST).trim();
}
