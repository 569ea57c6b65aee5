import { expect, test } from "vitest";
import { madeAirports, madeCatalog } from "./made-lists";
import { visit } from "./visitor";

function withUnreadable(count: number, unreadable: [number, 404 | 500][]) {
  const catalog = madeCatalog(count);
  catalog.lists.airports.unreadable = new Map(unreadable);
  return catalog;
}

test("every page that contains unreadable positions answers as the first of them, whatever its size", {
  timeout: 30_000,
}, async () => {
  const bad: [number, 404 | 500][] = [
    [7, 500],
    [8, 404],
    [31, 404],
    [33, 500],
  ];
  const { ask } = await visit({ catalog: withUnreadable(40, bad) });
  for (const limit of [1, 2, 3, 5, 8, 13, 40, 100]) {
    for (let offset = 1; offset <= 40; offset++) {
      const inside = bad.find(([position]) => position >= offset && position < offset + limit);
      const reply = await ask(`/airports?limit=${limit}&offset=${offset}`);
      expect([limit, offset, reply.status]).toEqual([limit, offset, inside?.[1] ?? 200]);
    }
  }
});

test("a backend error names itself, and looks no more worth a retry than any other", async () => {
  const { ask } = await visit({ catalog: withUnreadable(3, [[2, 500]]) });
  const reply = await ask("/airports");
  expect(JSON.parse(reply.text).ProcessingErrors.ProcessingError).toEqual({
    "@RetryIndicator": false,
    Type: "BackendError",
    Code: "3021",
    Description: "Requested airport resource not available due to error at backend.",
    InfoURL: "not supported yet: http://api.lufthansa.com/errorcodes/{processingError.Code}",
  });
});

test("an unreadable record fails by its code too, and is not near anything", async () => {
  const catalog = withUnreadable(3, [[2, 500]]);
  const [, second] = madeAirports(3);
  const { ask } = await visit({ catalog });
  expect((await ask(`/airports/${second?.AirportCode}`)).status).toBe(500);
  expect((await ask("/airports/nearest/50,8")).text).not.toContain(second?.AirportCode);
});

test("positions can be broken and healed at run time", async () => {
  const { ask, send } = await visit({ catalog: withUnreadable(3, [[2, 500]]) });
  const change = (body: unknown) =>
    send("/_sandbox/unreadable", { method: "POST", body: JSON.stringify(body) });
  await change({ list: "airports", positions: { 3: 404 } });
  expect((await ask("/airports?limit=2")).status).toBe(200);
  expect((await ask("/airports")).status).toBe(404);
  const refused = await change({ list: "airports", positions: { 4: 404 } });
  expect([refused.status, refused.text]).toEqual([
    400,
    '{"error":"4 is no position of this list of 3."}',
  ]);
});
