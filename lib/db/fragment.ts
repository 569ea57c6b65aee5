/** A piece of SQL with the values of its question marks. Its text comes from code, never from outside. */
export type Fragment = { sql: string; params: readonly unknown[] };

export const fragment = (sql: string, ...params: readonly unknown[]): Fragment => ({ sql, params });

/** All of them must hold; no condition at all holds always. */
export const allOf = (conditions: readonly Fragment[]): Fragment => ({
  sql: conditions.length > 0 ? conditions.map(({ sql }) => `(${sql})`).join(" AND ") : "TRUE",
  params: conditions.flatMap(({ params }) => params),
});
