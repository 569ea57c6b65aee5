/** One value as the API shows it: instants are ISO 8601 with Z, wall times `2030-05-01T10:50`, days `2030-05-01`. */
export type Cell = string | number | null;

/**
 * How a column is written where a file has types. `text` may begin with anything, also with what a spreadsheet takes for
 * a formula; `plain` is text whose shape is ours.
 */
export type ColumnKind =
  | "text"
  | "plain"
  | "integer"
  | "long"
  | "double"
  | "instant"
  | "wall_time"
  | "day";

export type Column<Row> = { name: string; kind: ColumnKind; of(row: Row): Cell };

/** The columns that each field of the API's rows becomes, in the order of the file. */
export type FieldColumns<Row> = { readonly [Field in keyof Row]-?: readonly Column<Row>[] };

/** A column of this name and kind. */
export const column =
  (kind: ColumnKind) =>
  <Row>(name: string, of: (row: Row) => Cell): Column<Row> => ({ name, kind, of });
