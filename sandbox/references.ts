import { type Answer, backendError, gatewayError, notFound } from "./answer";
import { type Catalog, LIST_NAMES, type List, type ListName } from "./catalog";
import type { Asked } from "./links";
import { answerListPage } from "./list-page";
import { answerNearestAirports } from "./nearest-airports";
import { RESOURCES } from "./resources";
import { answerSingleRecord } from "./single-record";

/**
 * What was asked for, by family: counted as `airports`, `airports/{code}`, `airports/nearest`. `airports` are those that
 * a burst of errors may be about; `failure` is what the backend says when it fails.
 */
export type Route = {
  endpoint: string;
  airports: readonly string[];
  failure: Answer;
  notFound: Answer;
  answer: () => Answer;
};

const isListName = (name: string | undefined): name is ListName =>
  LIST_NAMES.some((known) => known === name);

/** LHoperated=1 and group=LHOperated list other, fewer airports, at other positions (API.md 6.1). */
function listAsked(catalog: Catalog, name: ListName, query: URLSearchParams): List | null {
  const operated =
    query.get("LHoperated") === "1" || query.get("group")?.toLowerCase() === "lhoperated";
  return name === "airports" && operated ? catalog.lhOperated : catalog.lists[name];
}

function answerList(catalog: Catalog, name: ListName, asked: Asked): Answer {
  const list = listAsked(catalog, name, new URLSearchParams(asked.search));
  if (!list) return gatewayError(501, "The list of LHoperated=1 was not recorded");
  return answerListPage(list, name, RESOURCES[name], asked);
}

/** Finds the reference endpoint of a path without its version (`/mds-references/airports/FRA`), or null. */
export function findReference(catalog: Catalog, asked: Asked): Route | null {
  const [, family, name, code, coordinates, ...rest] = asked.path.replace(/\/$/, "").split("/");
  const known = family === "mds-references" || family === "references";
  if (!known || !isListName(name) || rest.length > 0) return null;
  const resource = RESOURCES[name];
  const route = (endpoint: string, answer: () => Answer): Route => ({
    endpoint,
    airports: [],
    failure: backendError(resource),
    notFound: notFound(resource, name),
    answer,
  });
  if (!code) return route(name, () => answerList(catalog, name, asked));
  if (name === "airports" && code === "nearest" && coordinates) {
    return route("airports/nearest", () =>
      answerNearestAirports(catalog.lists.airports, decodeURIComponent(coordinates), asked),
    );
  }
  if (coordinates) return null;
  return route(`${name}/{code}`, () =>
    answerSingleRecord(catalog.lists[name], name, code, resource, asked),
  );
}
