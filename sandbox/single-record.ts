import { type Answer, backendError, malformedCode, notFound } from "./answer";
import type { List } from "./catalog";
import { inLanguage } from "./language";
import { type Asked, recordLinks } from "./links";
import type { Resource } from "./resources";

/**
 * One record by its code, in any case; of twins the first. A code whose list position is unreadable fails in the same
 * way (what the real API does then is not known), and one that the list lacks is not found here either.
 */
export function answerSingleRecord(
  list: List,
  name: string,
  code: string,
  resource: Resource,
  asked: Asked,
): Answer {
  if (!resource.code.test(code)) return malformedCode(resource, name);
  const language = new URLSearchParams(asked.search).get("lang");
  const items = list.translations?.[language?.toUpperCase() ?? ""] ?? list.items;
  const index = items.findIndex((item) => item?.[resource.key] === code.toUpperCase());
  const item = items[index];
  const bad = list.unreadable.get(index + 1);
  if (!item || bad === 404) return notFound(resource, name);
  if (bad) return backendError(resource);
  const record = inLanguage(item, language);
  return {
    status: 200,
    json: {
      [resource.root]: {
        [resource.group]: { [resource.element]: record },
        Meta: { "@Version": "1.0.0", Link: recordLinks(asked, record, resource) },
      },
    },
  };
}
