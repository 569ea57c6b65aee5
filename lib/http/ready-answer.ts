import type { Endpoint } from "@/lib/contract/endpoint";
import type { Page } from "@/lib/contract/paging";
import type { RowVersion } from "@/lib/model/precondition";
import { checkReply } from "./check-reply";
import { rowEtag } from "./etag";
import { pagingHeaders } from "./paging-headers";
import { pickFields } from "./pick-fields";
import type { Reply } from "./reply";

/** An answer as it can be sent, and be sent again. */
export type ReadyAnswer = {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer | null;
};

type Making = {
  endpoint: Endpoint;
  checkReplies: boolean;
  /** Which fields of the rows are wanted; all where absent. */
  fields: readonly string[] | undefined;
  /** Which page was asked for. */
  url: URL;
};

/** Makes an answer of what an endpoint replies: JSON, and headers for what a list or a row has beside it. */
export function toReadyAnswer(
  { status, body: said, headers: own }: Reply<unknown>,
  { endpoint, checkReplies, fields, url }: Making,
): ReadyAnswer {
  if (status === 204) return { status, headers: own, body: null };
  // The handler of a paged endpoint returns a page, by the type of Handler.
  const page = endpoint.paged ? (said as Page<unknown>) : null;
  const content = page ? page.items : said;
  if (checkReplies) checkReply(endpoint, content);
  const text = JSON.stringify(fields ? pickFields(content, fields) : content);
  return {
    status,
    headers: {
      ...own,
      ...(page ? pagingHeaders(url, page) : {}),
      ...(endpoint.versioned ? { etag: rowEtag(versionOf(content), text) } : {}),
      "content-type": "application/json",
    },
    body: Buffer.from(text),
  };
}

/** Rows of a versioned endpoint have both, as its response says. */
const versionOf = (content: unknown): RowVersion => content as RowVersion;
