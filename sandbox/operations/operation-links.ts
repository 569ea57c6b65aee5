import { dateTimeText } from "../flights/wall-clock";
import type { Item } from "../json";
import { type Asked, atOffset, link, selfLink } from "../links";
import { DEFAULT_LIMIT, type OperationPage } from "./operation-page";

const WINDOW_MINUTES = 240;
const RANGE_LIMIT = 50;

const toAirports = link("/mds-references/airports/{airportCode}", "related");
const toAircraft = link("/mds-references/aircraft/{aircraftCode}", "related");

/** The path with another last part: the date or time of a range before or after. */
const pathTo = ({ path }: Asked, last: string) => path.replace(/[^/]*$/, last);

/** Links of a window of customer flight information: always four, with a limit of their own (API.md 5.4). */
export function informationLinks(asked: Asked, wall: number): Item[] {
  const range = (minutes: number, rel: string) =>
    link(`${pathTo(asked, dateTimeText(minutes))}?limit=${RANGE_LIMIT}&offset=0`, rel);
  return [
    selfLink(asked),
    range(wall - WINDOW_MINUTES, "previousRange"),
    range(wall + WINDOW_MINUTES, "nextRange"),
    toAirports,
  ];
}

/** Links of a window of flight status, as recorded in 2018: the walk through its pages, and the windows beside it. */
export function statusLinks(
  asked: Asked,
  wall: number,
  page: OperationPage,
  total: number,
): Item[] {
  const { offset, limit } = page;
  const to = (target: number, rel: string) => link(atOffset(asked, target, limit), rel);
  const range = (minutes: number, rel: string) =>
    link(atOffset({ ...asked, path: pathTo(asked, dateTimeText(minutes)) }, 0, limit), rel);
  const last = Math.floor((total - 1) / limit) * limit;
  const isLast = offset + limit >= total;
  return [
    selfLink(asked),
    range(wall - WINDOW_MINUTES, "previousRange"),
    ...(offset > 0 ? [to(0, "first"), to(Math.max(0, offset - limit), "previous")] : []),
    ...(isLast ? [] : [to(offset + limit, "next"), to(last, "last")]),
    range(wall + WINDOW_MINUTES, "nextRange"),
    toAirports,
  ];
}

/** Links of a route or of a flight number. */
export const routeLinks = (asked: Asked): Item[] => [selfLink(asked), toAirports];

/**
 * Links of a page of schedules (API.md 5.2): they speak of the default limit whatever was asked, and of a next page
 * that need not exist. `later` is the time of a full page's last departure.
 */
export function scheduleLinks(
  asked: Asked,
  dates: { dayBefore: string; date: string; later: string | null },
  page: OperationPage,
): Item[] {
  const to = (last: string, offset: number, rel: string) =>
    link(atOffset({ ...asked, path: pathTo(asked, last) }, offset, DEFAULT_LIMIT), rel);
  const { dayBefore, date, later } = dates;
  return [
    selfLink(asked),
    to(dayBefore, 0, "previousRange"),
    link(atOffset(asked, page.offset + DEFAULT_LIMIT, DEFAULT_LIMIT), "next"),
    to(later ? `${date}T${later}` : date, 0, "nextRange"),
    toAirports,
    toAircraft,
  ];
}
