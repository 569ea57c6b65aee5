import { type Answer, backendError, malformedInput, notFound } from "./answer";
import type { List, UnreadableStatus } from "./catalog";
import { collapse, type Item } from "./json";
import { inLanguage } from "./language";
import { type Asked, pageLinks } from "./links";
import { type Page, pageOf } from "./paging";
import type { Resource } from "./resources";

/** The first unreadable position decides for the whole page (API.md 6.1). */
function firstUnreadable(list: List, page: Page): UnreadableStatus | undefined {
  for (let position = page.first; position <= page.last; position++) {
    const status = list.unreadable.get(position);
    if (status) return status;
  }
  return undefined;
}

/** Items of a page; a null can only stand at a position that is unreadable, or was never recorded. */
function itemsOf(list: List, page: Page, language: string | null): Item[] {
  const items = list.translations?.[language?.toUpperCase() ?? ""] ?? list.items;
  return items
    .slice(page.first - 1, page.last)
    .flatMap((item) => (item ? [inLanguage(item, language)] : []));
}

/** One page of a reference list. `name` is the path's word for the list. */
export function answerListPage(list: List, name: string, resource: Resource, asked: Asked): Answer {
  const query = new URLSearchParams(asked.search);
  const page = pageOf(query);
  if (!page) return malformedInput("limit or offset");
  const total = list.items.length;
  if (page.first > total) return notFound(resource, name);
  const bad = firstUnreadable(list, page);
  if (bad) return bad === 404 ? notFound(resource, name) : backendError(resource);
  const items = itemsOf(list, page, query.get("lang"));
  return {
    status: 200,
    json: {
      [resource.root]: {
        [resource.group]: { [resource.element]: collapse(items) },
        Meta: {
          "@Version": "1.0.0",
          Link: pageLinks(asked, page, total, resource),
          TotalCount: total,
        },
      },
    },
  };
}
