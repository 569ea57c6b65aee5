import { expect, test } from "vitest";
import { z } from "zod";
import { insertRows } from "@/lib/db/insert-rows";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import { testDatabase } from "../../servers/test-database";

testDatabase();

test("texts of every kind come back as they were given, a thousand rows and more at once", async () => {
  const texts = [
    "O'Hare",
    '"quoted"',
    "back\\slash",
    "\\'",
    "'' OR 1=1 --",
    "a\0b",
    "line\nbreak\r\ttab",
    "?, :name, %s",
    "\u001a",
    "Zürich 北京 🛫",
    "\\",
  ];
  const names = Array.from({ length: 1100 }, (_, index) => texts[index % texts.length] ?? "");
  const now = new Date("2030-05-01T05:10:00.250Z");
  await transaction((connection) =>
    insertRows(connection, {
      table: "airlines",
      columns: ["airline_code", "name", "source", "created_at", "updated_at"],
      rows: names.map((name, index) => [
        index.toString(36).toUpperCase().padStart(3, "0"),
        name,
        "sample",
        now,
        now,
      ]),
    }),
  );
  const rows = await query(
    z.object({ name: z.string(), created_at: z.date() }),
    "SELECT name, created_at FROM airlines ORDER BY id",
  );
  expect(rows.map(({ name }) => name)).toEqual(names);
  expect(rows[0]?.created_at).toEqual(now);
});
