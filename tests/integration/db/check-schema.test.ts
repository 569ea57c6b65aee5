import { expect, test } from "vitest";
import { checkSchema } from "@/lib/db/migrate/check-schema";
import { withConnection } from "@/lib/db/with-connection";
import { testDatabase } from "../../servers/test-database";

const { url } = testDatabase();

test("schema.prisma, migrations and the live database agree, and nothing is left behind", async () => {
  const databases = () =>
    withConnection(url, (connection) => connection.query<{ Database: string }[]>("SHOW DATABASES"));
  expect(await checkSchema({ url })).toEqual({ schema: [], live: [] });
  const left = (await databases()).filter(({ Database }) =>
    Database.includes(`${new URL(url).pathname.slice(1, 40)}_check`),
  );
  expect(left).toEqual([]);
});

test.each([
  ["a column's type", "ALTER TABLE airlines MODIFY name VARCHAR(99) NULL", "column airlines.name"],
  [
    "a collation",
    "ALTER TABLE airports MODIFY airport_code CHAR(3) NOT NULL",
    "column airports.airport_code",
  ],
  [
    "a lost index",
    "ALTER TABLE cities DROP INDEX cities_country_code_idx",
    "index cities.cities_country_code_idx",
  ],
  [
    "a lost foreign key",
    "ALTER TABLE window_payloads DROP FOREIGN KEY window_payloads_window_id_fkey",
    "foreign key window_payloads.window_payloads_window_id_fkey",
  ],
  ["a table too many", "CREATE TABLE stray (id INT PRIMARY KEY)", "table stray"],
])("the live database is found to differ by %s", async (_, change, what) => {
  await withConnection(url, (connection) => connection.query(change));
  const { schema, live } = await checkSchema({ url });
  expect(schema).toEqual([]);
  expect(live.map((difference) => difference.what)).toContain(what);
});

test("migrations that forget a column of schema.prisma are found", async () => {
  const { readMigrations } = await import("@/lib/db/migrate/read-migrations");
  const files = readMigrations().map((file) => ({
    ...file,
    sql: file.sql.replace(/ {4}`equipment_code`.*\n/, ""),
  }));
  const { schema } = await checkSchema({ url, files });
  expect(schema).toEqual([
    {
      what: "column aircraft.equipment_code",
      migrations: undefined,
      other: expect.stringContaining("varchar(8)"),
    },
  ]);
});
