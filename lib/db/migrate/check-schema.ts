import type { Connection } from "mariadb";
import { databaseUrl } from "../pool";
import { withThrowawayDatabase } from "../throwaway-database";
import { withConnection } from "../with-connection";
import { describeDatabase, type Structure } from "./describe-database";
import { readDatamodel } from "./read-datamodel";
import { type Migration, readMigrations } from "./read-migrations";
import { schemaDdl } from "./schema-ddl";

/** One thing that two descriptions say differently; undefined where it is missing. */
export type Difference = {
  what: string;
  migrations: string | undefined;
  other: string | undefined;
};
export type SchemaCheck = { schema: Difference[]; live: Difference[] };

/**
 * Compares what the migrations make with what schema.prisma says (collations apart, which it cannot say) and with the
 * database itself. Two databases are made beside it for this and removed: the user needs the right to.
 */
export async function checkSchema({
  url = databaseUrl(),
  files = readMigrations(),
  schemaFile = "prisma/schema.prisma",
}: {
  url?: string;
  files?: readonly Migration[];
  schemaFile?: string;
} = {}): Promise<SchemaCheck> {
  const wanted = schemaDdl(await readDatamodel(schemaFile));
  const sql = files.map((file) => file.sql);
  const [plain, full] = await build(url, sql);
  const [schema] = await build(url, [wanted]);
  const live = await withConnection(url, (connection) =>
    describeDatabase(connection, { collations: true }),
  );
  return { schema: differences(plain, schema), live: differences(full, live) };
}

/** Runs statements in an empty database and describes it, without collations and with them. */
function build(url: string, sql: readonly string[]): Promise<[plain: Structure, full: Structure]> {
  return withThrowawayDatabase(url, (throwaway) =>
    withConnection(throwaway, (connection) => runAndDescribe(connection, sql), {
      multipleStatements: true,
    }),
  );
}

async function runAndDescribe(
  connection: Connection,
  sql: readonly string[],
): Promise<[Structure, Structure]> {
  for (const statements of sql) await connection.query(statements);
  return [
    await describeDatabase(connection, { collations: false }),
    await describeDatabase(connection, { collations: true }),
  ];
}

function differences(migrations: Structure, other: Structure): Difference[] {
  const all = [...new Set([...migrations.keys(), ...other.keys()])].sort();
  return all
    .filter((what) => migrations.get(what) !== other.get(what))
    .map((what) => ({ what, migrations: migrations.get(what), other: other.get(what) }));
}
