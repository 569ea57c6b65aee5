import { type Answer, gatewayError } from "./answer";
import { type Catalog, LIST_NAMES, type List, type ListName } from "./catalog";
import type { Asked } from "./links";
import { answerListPage } from "./list-page";
import { answerNearestAirports } from "./nearest-airports";
import { RESOURCES } from "./resources";
import { answerSingleRecord } from "./single-record";

/** What was asked for, by family: counted as `airports`, `airports/{code}`, `airports/nearest`. */
export type Route = { endpoint: string; answer: (catalog: Catalog) => Answer };

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
export function findReference(asked: Asked): Route | null {
  const [, family, name, code, coordinates, ...rest] = asked.path.replace(/\/$/, "").split("/");
  const known = family === "mds-references" || family === "references";
  if (!known || !isListName(name) || rest.length > 0) return null;
  if (!code) return { endpoint: name, answer: (catalog) => answerList(catalog, name, asked) };
  if (name === "airports" && code === "nearest" && coordinates) {
    return {
      endpoint: "airports/nearest",
      answer: ({ lists }) =>
        answerNearestAirports(lists.airports, decodeURIComponent(coordinates), asked),
    };
  }
  if (coordinates) return null;
  return {
    endpoint: `${name}/{code}`,
    answer: ({ lists }) => answerSingleRecord(lists[name], name, code, RESOURCES[name], asked),
  };
}
