import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recordedDir } from "../recorded";
import { visit } from "./visitor";

const directory = recordedDir ?? "";
const FOLDERS = [
  "airports_en",
  "cities_en",
  "countries_en",
  "countries_fr",
  "airlines",
  "aircraft",
];

const recordedPages = (folder: string) =>
  readdirSync(join(directory, folder))
    .filter((file) => file.endsWith(".json"))
    .map((file) => readFileSync(join(directory, folder, file), "utf8"));

/** Where a recorded answer says that it was asked for. */
function pathOf(text: string): string {
  const [, path] =
    /"https:\/\/api\.lufthansa\.com\/v1\/mds-references([^"]+)","@Rel":"self"/.exec(text) ?? [];
  return path ?? "";
}

describe.skipIf(!recordedDir)("recorded: replay", { timeout: 60_000 }, () => {
  test.each(FOLDERS)(
    "answers every page of %s as it was recorded, byte for byte",
    async (folder) => {
      const { ask } = await visit({ replayDir: directory });
      const pages = recordedPages(folder);
      expect(pages.length).toBeGreaterThan(2);
      for (const text of pages) {
        const reply = await ask(pathOf(text));
        expect([pathOf(text), reply.status, reply.text === text]).toEqual([
          pathOf(text),
          200,
          true,
        ]);
      }
    },
  );

  test.each([
    { list: "airports", total: 11_853, readable: 11_785 },
    { list: "cities", total: 10_688, readable: 10_666 },
    { list: "countries", total: 238, readable: 238 },
    { list: "airlines", total: 1132, readable: 1132 },
    { list: "aircraft", total: 382, readable: 382 },
  ])("$list: $readable of $total positions can be read", async ({ list, total, readable }) => {
    const { ask } = await visit({ replayDir: directory });
    const countItems = (text: string) => {
      const [resource] = Object.values<Record<string, unknown>>(JSON.parse(text));
      const [group] = Object.values(resource ?? {});
      // Envelope, group, element: the records are the only entry of the group.
      const [records] = Object.values(group as Record<string, unknown>);
      return Array.isArray(records) ? records.length : 1;
    };
    // Halves a page that fails until it is a single position.
    async function count(first: number, limit: number): Promise<number> {
      const reply = await ask(`/${list}?lang=EN&limit=${limit}&offset=${first}`);
      if (reply.status === 200) return countItems(reply.text);
      if (limit === 1) return 0;
      const half = Math.floor(limit / 2);
      return (await count(first, half)) + (await count(first + half, limit - half));
    }
    let sum = 0;
    for (let first = 1; first <= total; first += 100) {
      sum += await count(first, Math.min(100, total - first + 1));
    }
    expect(sum).toBe(readable);
    expect((await ask(`/${list}?limit=100&offset=${total + 1}`)).status).toBe(404);
  });

  test("recorded errors come out alike: status and body", async () => {
    const { ask } = await visit({ replayDir: directory });
    const file = join(directory, "errors", "cities_fr_list_errors.json");
    const errors: { status: number; offset: number; limit: number; body: string }[] = JSON.parse(
      readFileSync(file, "utf8"),
    );
    const backend = errors.filter(({ status, offset }) => status === 500 && offset > 300);
    expect(backend.length).toBeGreaterThan(100);
    for (const { status, offset, limit, body } of backend) {
      const reply = await ask(`/cities/?lang=EN&limit=${limit}&offset=${offset}`);
      expect(reply).toEqual({ status, type: "application/json", text: body });
    }
  });
});
