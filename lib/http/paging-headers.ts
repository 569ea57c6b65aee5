import { type Page, Paging, SKIP_MAX } from "@/lib/contract/paging";

const Jump = Paging.pick({ skip: true, limit: true });

/**
 * X-Total-Count and Link (RFC 8288) of one page. `next` walks by cursor, which stays right while rows come and go;
 * `prev` and `last` jump by skip, as far as skip reaches. Addresses are relative, so that they hold behind any proxy.
 * Where there are more than were counted, X-Total-Count-Exact says so, and nobody knows the last page.
 */
export function pagingHeaders(url: URL, page: Page<unknown>): Record<string, string> {
  const asked = url.searchParams;
  const { skip, limit } = Jump.parse({
    skip: asked.get("skip") ?? undefined,
    limit: asked.get("limit") ?? undefined,
  });
  const lastSkip = Math.max(0, Math.ceil(page.total / limit) - 1) * limit;
  const links = [
    linkTo(url, "first", {}),
    ...(skip > 0 ? [linkTo(url, "prev", { skip: Math.max(0, skip - limit) })] : []),
    ...(page.next ? [linkTo(url, "next", { cursor: page.next })] : []),
    ...(lastSkip <= SKIP_MAX && page.exact !== false
      ? [linkTo(url, "last", { skip: lastSkip })]
      : []),
  ];
  return {
    "x-total-count": String(page.total),
    link: links.join(", "),
    ...(page.exact === false ? { "x-total-count-exact": "false" } : {}),
  };
}

function linkTo(url: URL, rel: string, place: { cursor?: string; skip?: number }): string {
  const search = new URLSearchParams(url.search);
  search.delete("cursor");
  search.delete("skip");
  if (place.skip) search.set("skip", String(place.skip));
  if (place.cursor) search.set("cursor", place.cursor);
  return `<${url.pathname}${search.size > 0 ? `?${search}` : ""}>; rel="${rel}"`;
}
