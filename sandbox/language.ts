import { collapse, type Item, isObject, type Json } from "./json";

const languageOf = (name: Json) => (isObject(name) ? name["@LanguageCode"] : undefined);

/**
 * A record with the names of one language only. Without `language` it keeps all; where there is no translation the
 * English name comes back, still marked EN. A record that knows a single name is left as it is.
 */
export function inLanguage(record: Item, language: string | null): Item {
  const names = isObject(record.Names) ? record.Names.Name : undefined;
  if (!language || !Array.isArray(names)) return record;
  const wanted = language.toUpperCase();
  const found =
    names.find((name) => languageOf(name) === wanted) ??
    names.find((name) => languageOf(name) === "EN");
  return { ...record, Names: found ? { Name: found } : {} };
}

/** `Names` of a record by language code, in the order given; no name at all is `{}`, a single one an object. */
export function namesOf(names: Record<string, string>): Item {
  const list = Object.entries(names).map(
    ([language, name]): Item => ({
      "@LanguageCode": language,
      $: name,
    }),
  );
  return list.length === 0 ? {} : { Name: collapse(list) };
}
