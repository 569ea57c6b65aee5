import { type Fragment, fragment } from "../fragment";

/** Where a search text is looked for: whole in codes, as a part in names. Columns by their SQL. */
export type SearchPlaces = { codes: readonly string[]; names: readonly string[] };

/** Rows whose code this is, or in whose name it is. */
export function isFound(q: string, { codes, names }: SearchPlaces): Fragment {
  const part = `%${likeText(q)}%`;
  return fragment(
    [...codes.map(isCode), ...names.map(isLike)].join(" OR "),
    ...codes.map(() => codeIn(q)),
    ...names.map(() => part),
  );
}

/** 0: this very code; 1: a name begins so; 2: it is somewhere in a name. Without a text all are equal. */
export function closeness(q: string | undefined, { codes, names }: SearchPlaces): Fragment {
  if (!q) return fragment("0");
  const beginning = `${likeText(q)}%`;
  return fragment(
    `CASE WHEN ${codes.map(isCode).join(" OR ")} THEN 0 WHEN ${names.map(isLike).join(" OR ")} THEN 1 ELSE 2 END`,
    ...codes.map(() => codeIn(q)),
    ...names.map(() => beginning),
  );
}

const isCode = (column: string) => `${column} = ?`;
const isLike = (column: string) => `${column} LIKE ? ESCAPE '!'`;

/** Escapes what LIKE would read as a pattern. `!` because a backslash depends on the server's mode. */
const likeText = (text: string): string => text.replace(/[!%_]/g, "!$&");

/** The code that a search text may be: what is no code is compared as an empty one, which no row has. */
const codeIn = (q: string): string => (/^[a-z0-9-]{1,8}$/i.test(q) ? q.toUpperCase() : "");
