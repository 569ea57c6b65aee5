import { describe, expect, it } from "vitest";
import { type Cell, column } from "@/lib/export/column";
import type { About } from "@/lib/export/describe-export";
import { writeCsv } from "@/lib/export/write-csv";
import { batches } from "@/tests/fakes/batches";
import { parseCsv } from "@/tests/fakes/parse-csv";
import { readBytes } from "@/tests/fakes/read-bytes";

type Row = { said: Cell };
const said = column("text")("said", (row: Row) => row.said);
const ABOUT: About = {
  content: "things",
  exported_at: "2030-05-01T00:00:00.000Z",
  origin: "sandbox",
  filters: "none",
  times: "UTC",
  licence: "free",
};

const write = async (cells: readonly Cell[], columns = [said], about: About | null = null) =>
  (
    await readBytes(
      writeCsv(
        batches(
          cells.map((cell) => ({ said: cell })),
          2,
        ),
        columns,
        about,
      ),
    )
  ).toString();
const cellOf = async (cell: Cell) => parseCsv(await write([cell]))[1]?.[0];

describe("text that a spreadsheet would run", () => {
  const dangerous = [
    "=1+1",
    "+1",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
    "\uFEFF=1",
  ];

  it.each(dangerous)("%j gets an apostrophe", async (text) => {
    expect(await cellOf(text)).toBe(`'${text}`);
  });

  it.each(["LH400", "a=b", "2030-05-01", "x-1", "", "'=1"])("%j stays", async (text) => {
    expect(await cellOf(text)).toBe(text);
  });

  it("is no number, nor text that we write ourselves", async () => {
    expect(await cellOf(-5)).toBe("-5");
    const offset = column("plain")("offset", (row: Row) => row.said);
    expect(await write(["+01:00"], [offset])).toBe("offset\r\n+01:00\r\n");
  });
});

describe("a CSV", () => {
  it.each(['say "x"', "a,b", "a\r\nb", "a\nb", "é ü 東", "# no comment", "a # b"])(
    "gives %j back",
    async (text) => {
      expect(await cellOf(text)).toBe(text);
    },
  );

  it("quotes every # so that a reader of comments leaves it", async () => {
    expect(await write(["a # b"])).toBe('said\r\n"a # b"\r\n');
  });

  it("begins with names, ends each row with CRLF, has no mark before them, and null is empty", async () => {
    expect(await write(["a", null, "b"])).toBe("said\r\na\r\n\r\nb\r\n");
    expect(await write([])).toBe("said\r\n");
  });

  it("tells about itself in lines before the names", async () => {
    const text = await write(["a"], [said], ABOUT);
    const [first, ...rest] = text.split("\r\n");
    expect(first).toBe("# content: things");
    expect(rest.slice(4)).toEqual(["# licence: free", "said", "a", ""]);
    expect((await write([], [said], ABOUT)).endsWith("free\r\nsaid\r\n")).toBe(true);
  });
});
