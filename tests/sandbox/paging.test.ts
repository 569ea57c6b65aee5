import { describe, expect, test } from "vitest";
import { madeAirports, madeCatalog } from "./made-lists";
import { linkedOffset, readPage } from "./read-page";
import { visit } from "./visitor";

const codes = madeAirports(238).map(({ AirportCode }) => AirportCode);

describe("which records a page has, of 238", () => {
  test.each([
    { query: "", first: 1, last: 20 },
    { query: "?offset=0", first: 1, last: 20 },
    { query: "?offset=1", first: 1, last: 20 },
    { query: "?offset=2", first: 2, last: 21 },
    { query: "?limit=100&offset=100", first: 100, last: 199 },
    { query: "?limit=100&offset=101", first: 101, last: 200 },
    { query: "?limit=100&offset=201", first: 201, last: 238 },
    { query: "?limit=1&offset=238", first: 238, last: 238 },
    { query: "?limit=5000", first: 1, last: 100 },
  ])("$query -> $first to $last", async ({ query, first, last }) => {
    const { ask } = await visit({ catalog: madeCatalog(238) });
    const page = readPage((await ask(`/airports${query}`)).text);
    expect(page.codes).toEqual(codes.slice(first - 1, last));
    expect(page.total).toBe(238);
  });
});

test("walking 0, 100, 200 reads record 100 twice; walking 1, 101, 201 reads each once", async () => {
  const { ask } = await visit({ catalog: madeCatalog(238) });
  const walk = async (offsets: number[]) => {
    const pages = offsets.map(async (offset) =>
      readPage((await ask(`/airports?limit=100&offset=${offset}`)).text),
    );
    return (await Promise.all(pages)).flatMap((page) => page.codes);
  };
  const zeroBased = await walk([0, 100, 200]);
  expect(zeroBased).toHaveLength(239);
  expect(zeroBased.filter((code, index) => zeroBased.indexOf(code) !== index)).toEqual([codes[99]]);
  expect(await walk([1, 101, 201])).toEqual(codes);
});

describe("links", () => {
  test.each([
    { offset: 0, limit: 100, first: null, previous: null, next: 100, last: 200 },
    { offset: 1, limit: 100, first: 0, previous: 0, next: 101, last: 200 },
    { offset: 101, limit: 100, first: 0, previous: 1, next: 201, last: 200 },
    { offset: 200, limit: 100, first: 0, previous: 100, next: null, last: null },
    { offset: 201, limit: 100, first: 0, previous: 100, next: null, last: null },
    { offset: 204, limit: 1, first: 0, previous: 203, next: 205, last: 237 },
    { offset: 213, limit: 13, first: 0, previous: 200, next: 226, last: 234 },
  ])("offset $offset, limit $limit", async ({ offset, limit, ...expected }) => {
    const { ask } = await visit({ catalog: madeCatalog(238) });
    const page = readPage((await ask(`/airports/?limit=${limit}&offset=${offset}`)).text);
    const rels = ["first", "previous", "next", "last"] as const;
    expect(Object.fromEntries(rels.map((rel) => [rel, linkedOffset(page, rel)]))).toEqual(expected);
  });

  test("a total that is a multiple of the limit leaves the last record unlinked", async () => {
    const { ask } = await visit({ catalog: madeCatalog(200) });
    const page = readPage((await ask("/airports?limit=100&offset=100")).text);
    expect(page.codes.at(-1)).toBe(codes[198]);
    expect(linkedOffset(page, "next")).toBeNull();
  });

  test("echo path and query as they were asked, and name what was left out", async () => {
    const { ask } = await visit({ catalog: madeCatalog(238) });
    const hrefs = async (path: string) =>
      readPage((await ask(path)).text).links.map((link) => link["@Href"]);
    const base = "https://api.lufthansa.com/v1/mds-references";
    expect((await hrefs("/airports")).slice(0, 2)).toEqual([
      `${base}/airports`,
      `${base}/airports?offset=20&limit=20`,
    ]);
    expect((await hrefs("/airports/?lang=EN&LHoperated=0&limit=7&offset=1"))[3]).toBe(
      `${base}/airports/?lang=EN&LHoperated=0&limit=7&offset=8`,
    );
    expect(await hrefs("/airports")).toContain(`${base}/cities/{cityCode}`);
  });
});

test("a page of one record has an object, not a list", async () => {
  const { ask } = await visit({ catalog: madeCatalog(3) });
  expect(readPage((await ask("/airports?limit=1&offset=2")).text).single).toBe(true);
  expect(readPage((await ask("/airports?limit=2&offset=2")).text).single).toBe(false);
});

test("beyond the end there is nothing to find", async () => {
  const { ask } = await visit({ catalog: madeCatalog(238) });
  const reply = await ask("/airports?limit=100&offset=239");
  expect(reply.status).toBe(404);
  expect(JSON.parse(reply.text).ProcessingErrors.ProcessingError).toMatchObject({
    "@RetryIndicator": false,
    Type: "ResourceNotFound",
    Code: "2021",
  });
});

test.each(["limit=0", "limit=x", "offset=-1", "offset=1.5"])("%s is refused", async (query) => {
  const { ask } = await visit({ catalog: madeCatalog(3) });
  const reply = await ask(`/airports?${query}`);
  expect(reply.status).toBe(400);
  expect(reply.text).toContain("formally incorrect");
});
