/** One cell and what ends it, by RFC 4180: quoted, or without quotes, commas and line ends. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;

/** CSV by RFC 4180, read without the library that writes it. Throws where it is none. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let end = 0;
  for (const [all, quoted, plain = "", ending] of text.matchAll(CELL)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (ending === "\r\n") rows.push([]);
    end += all.length;
  }
  if (end !== text.length) throw new Error(`This is no CSV: ${text.slice(end, end + 80)}`);
  return rows.slice(0, -1);
}
