import { z } from "zod";

/** The rows as `schema` reads them. Throws an Error that shows the statement when one has another shape. */
export function checkRows<Row extends z.ZodType>(
  schema: Row,
  rows: unknown,
  sql: string,
): z.infer<Row>[] {
  const checked = z.array(schema).safeParse(rows);
  if (checked.success) return checked.data;
  throw new Error(
    `A row is not as expected: ${z.prettifyError(checked.error)}\nin ${sql.trim().slice(0, 500)}`,
  );
}
