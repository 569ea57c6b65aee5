import { collapse, type Item, type Json } from "./json";
import type { Page } from "./paging";
import type { Resource } from "./resources";

/** Links name the real host, as recorded, on whatever port this runs: the same question gets the same bytes. */
const BASE = "https://api.lufthansa.com/v1";

/** The question as it was asked: path without the version, and the raw query without its question mark. */
export type Asked = { path: string; search: string };

export const link = (href: string, rel: string): Item => ({
  "@Href": `${BASE}${href}`,
  "@Rel": rel,
});
export const selfLink = ({ path, search }: Asked) =>
  link(search ? `${path}?${search}` : path, "self");

/** The query as asked, with another offset in its place, or with offset and limit at its end where they were left out. */
export function atOffset({ path, search }: Asked, offset: number, limit: number): string {
  const pairs = search
    .split("&")
    .filter(Boolean)
    .map((pair) => {
      if (pair.startsWith("offset=")) return `offset=${offset}`;
      return pair.startsWith("limit=") ? `limit=${limit}` : pair;
    });
  if (!pairs.some((pair) => pair.startsWith("offset="))) pairs.push(`offset=${offset}`);
  if (!pairs.some((pair) => pair.startsWith("limit="))) pairs.push(`limit=${limit}`);
  return `${path}?${pairs.join("&")}`;
}

/**
 * Links of a list page. They are computed as if offsets began at 0, which is why following them from offset 0 reads
 * one record twice, and why the last record of a list of 200 is never linked in pages of 100. The page before the last
 * is the one that such a walk would have made: 1000 before 1101 of 1,132, as recorded.
 */
export function pageLinks(asked: Asked, page: Page, total: number, resource: Resource): Json {
  const { offset, limit } = page;
  const to = (target: number, rel: string) => link(atOffset(asked, target, limit), rel);
  const last = Math.floor((total - 1) / limit) * limit;
  const isLast = offset + limit >= total;
  const previous = Math.max(0, (isLast ? last : offset) - limit);
  const links = [selfLink(asked)];
  if (offset > 0) links.push(to(0, "first"), to(previous, "previous"));
  if (!isLast) links.push(to(offset + limit, "next"), to(last, "last"));
  for (const { path, variable } of resource.related) {
    links.push(link(`/mds-references/${path}/{${variable}}`, "related"));
  }
  return collapse(links);
}

/** Links of a single record: here the templates are filled in, and a record is not related to itself. */
export function recordLinks(asked: Asked, record: Item, resource: Resource): Json {
  const related = resource.related.flatMap(({ path, field }) => {
    const code = record[field];
    return field !== resource.key && typeof code === "string"
      ? [link(`/mds-references/${path}/${code}`, "related")]
      : [];
  });
  return collapse([selfLink(asked), ...related]);
}
