import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsStringLiteral,
} from "nuqs/server";
import type { RejectQuery } from "@/lib/contract/findings";
import { STREAMS } from "@/lib/model/stream";

export const FINDINGS_SHOWN = 100;

const parsers = {
  stream: parseAsStringLiteral(STREAMS),
  page: parseAsInteger.withDefault(1),
};
export type FindingSearch = inferParserType<typeof parsers>;

export const loadFindingSearch = createLoader(parsers);

const serialize = createSerializer(parsers);

export const findingsHref = (path: string, search: Partial<FindingSearch>): string =>
  serialize(path, search);

/** The page that an address asks for; below the first is the first. */
export const toPage = ({ page }: { page: number }): number => Math.min(Math.max(1, page), 100_000);

/** What all kinds of findings are asked by. */
export const toFindingQuery = (
  search: FindingSearch,
): Pick<RejectQuery, "stream" | "skip" | "limit"> => ({
  ...(search.stream ? { stream: search.stream } : {}),
  skip: (toPage(search) - 1) * FINDINGS_SHOWN,
  limit: FINDINGS_SHOWN,
});
