import { fitText } from "../fit-text";

/** One stored value. Instants and ids are no part of it: only what a source can say. */
export type Cell = string | number | null;

/** What one source says of one row, by column. */
export type Cells = Readonly<Record<string, Cell>>;

export type Column<Rec> = {
  name: string;
  /** The value as the column will give it back, so that an equal answer compares equal; null when nothing was said. */
  read: (record: Rec) => Cell;
  /** What the column holds when nobody said anything: null, but for NOT NULL columns. */
  nothing: Cell;
};

/** How one kind of record lies in its table. */
export type Entity<Rec> = {
  table: string;
  keyColumn: string;
  keyOf: (record: Rec) => string;
  columns: readonly Column<Rec>[];
  /** Columns of `incoming` that must yield to what is stored, whatever their source (a guess to a statement). */
  weaker?: (incoming: Cells, stored: Cells) => readonly string[];
};

type Read<Rec, Value> = (record: Rec) => Value | null;

/** A text for people, cut to the column's width. */
export const text = <Rec>(name: string, width: number, read: Read<Rec, string>): Column<Rec> => ({
  name,
  nothing: null,
  read: (record) => {
    const value = read(record);
    return value === null ? null : fitText(value, width);
  },
});

/** A code, closed word or zone: ASCII of at most `width` characters. What is none cannot be stored and counts as not said. */
export const word = <Rec>(name: string, width: number, read: Read<Rec, string>): Column<Rec> => ({
  name,
  nothing: null,
  read: (record) => {
    const value = read(record);
    return value !== null && value.length <= width && /^[\x21-\x7e]+$/.test(value) ? value : null;
  },
});

/** A whole number between -`limit` and `limit`; what is none counts as not said. */
export const whole = <Rec>(name: string, limit: number, read: Read<Rec, number>): Column<Rec> => ({
  name,
  nothing: null,
  read: (record) => {
    const value = read(record);
    return value !== null && Number.isInteger(value) && Math.abs(value) <= limit ? value : null;
  },
});

/** Degrees between -`limit` and `limit`, to five decimals (a metre), as the column keeps them. */
export const degrees = <Rec>(
  name: string,
  limit: number,
  read: Read<Rec, number>,
): Column<Rec> => ({
  name,
  nothing: null,
  read: (record) => {
    const value = read(record);
    return value !== null && Math.abs(value) <= limit ? Math.round(value * 1e5) / 1e5 : null;
  },
});
