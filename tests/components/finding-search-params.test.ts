import { expect, test } from "vitest";
import {
  findingsHref,
  loadFindingSearch,
  toFindingQuery,
} from "@/components/sync/finding-search-params";
import { listRejects } from "@/lib/contract/findings";

const at = (search: string) => toFindingQuery(loadFindingSearch(new URLSearchParams(search)));

test("an address becomes a query that the contract accepts", () => {
  const query = at("stream=airlines&page=2");
  expect(query).toEqual({ stream: "airlines", skip: 100, limit: 100 });
  expect(listRejects.query.parse(query)).toMatchObject(query);
});

test.each(["", "page=0", "page=-1", "page=x", "stream=flights"])(
  "%s is the first page of everything",
  (search) => expect(at(search)).toEqual({ skip: 0, limit: 100 }),
);

test("a list of its own has an address", () =>
  expect(findingsHref("/sync/rejects", { stream: "aircraft" })).toBe(
    "/sync/rejects?stream=aircraft",
  ));
