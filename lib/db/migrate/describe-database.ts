import type { Connection } from "mariadb";
import { z } from "zod";
import { query } from "../query";

/** What a database is made of: one line an object, compared as text. */
export type Structure = ReadonlyMap<string, string>;

const Line = z.object({ what: z.string(), text: z.string() });

const COLUMNS = `SELECT CONCAT('column ', table_name, '.', column_name) AS what,
  CONCAT_WS(' ', column_type, IF(is_nullable = 'YES', 'null', 'not null'),
    CONCAT('default ', COALESCE(column_default, '-')), extra, IF(?, collation_name, NULL)) AS text
  FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations'`;

const TABLES = `SELECT CONCAT('table ', table_name) AS what, CONCAT_WS(' ', table_type, IF(?, table_collation, NULL)) AS text
  FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations'`;

const INDEXES = `SELECT CONCAT('index ', table_name, '.', index_name) AS what,
  CONCAT_WS(' ', IF(MIN(non_unique) = 0, 'unique', NULL), MIN(index_type),
    GROUP_CONCAT(CONCAT(column_name, COALESCE(CONCAT('(', sub_part, ')'), ''), IF(collation = 'D', ' desc', ''))
      ORDER BY seq_in_index)) AS text
  FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations'
  GROUP BY table_name, index_name`;

const FOREIGN_KEYS = `SELECT CONCAT('foreign key ', k.table_name, '.', k.constraint_name) AS what,
  CONCAT('(', GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position), ') to ', MIN(k.referenced_table_name),
    '(', GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position), ') on delete ', MIN(r.delete_rule),
    ' on update ', MIN(r.update_rule)) AS text
  FROM information_schema.key_column_usage k
  JOIN information_schema.referential_constraints r
    ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
  WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
  GROUP BY k.table_name, k.constraint_name`;

/** Tables, columns, indexes and foreign keys of the connection's database; collations only where they are asked for. */
export async function describeDatabase(
  connection: Connection,
  { collations }: { collations: boolean },
): Promise<Structure> {
  const lines = [
    ...(await query(Line, TABLES, [collations], connection)),
    ...(await query(Line, COLUMNS, [collations], connection)),
    ...(await query(Line, INDEXES, [], connection)),
    ...(await query(Line, FOREIGN_KEYS, [], connection)),
  ];
  return new Map(lines.map(({ what, text }) => [what, text]));
}
