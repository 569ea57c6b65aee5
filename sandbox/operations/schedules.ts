import { type Answer, malformedInput } from "../answer";
import type { Station } from "../flights/stations";
import { toWall } from "../flights/time-zone";
import type { Timetable } from "../flights/timetable";
import { dayOf, dayText, MINUTES_A_DAY, parseDateTime, timeText } from "../flights/wall-clock";
import { collapse, type Item } from "../json";
import type { Asked } from "../links";
import { connections, directSegments, type Segment } from "./journeys";
import { noFlights } from "./operation-errors";
import { scheduleLinks } from "./operation-links";
import { operationPage } from "./operation-page";
import { connectionSchedules, directSchedules } from "./to-schedule";

const CODE = /^[A-Z]{3}$/;
/** Days ahead that have a schedule (API.md 4.2). */
const LAST_DAY = 360;
/** Without a time 00:01 is meant; flights up to an hour before the time are shown too. */
const NO_TIME = 1;
const SHOWN_BEFORE = 60;

export type ScheduleQuestion = { timetable: Timetable; now: number; asked: Asked };

type Row = { departure: number; item: Item };

const wallOf = ({ first }: Segment) => toWall(first.origin.timeZone, first.departure);

function pairRows(
  question: ScheduleQuestion,
  pair: readonly [Station, Station],
  earliest: number,
): Row[] {
  const { timetable, now, asked } = question;
  const [from, to] = pair;
  const today = dayOf(toWall(from.timeZone, now));
  const day = dayOf(earliest + SHOWN_BEFORE);
  if (day < today || day > today + LAST_DAY) return [];
  const shown = (segment: Segment | undefined) =>
    segment !== undefined && wallOf(segment) >= earliest;
  const direct = directSegments(timetable, from, to, { day, now })
    .filter(shown)
    .flatMap((segment) =>
      directSchedules(segment, timetable.seed).map((item) => ({
        departure: wallOf(segment),
        item,
      })),
    );
  const wanted = new URLSearchParams(asked.search).get("directFlights")?.toLowerCase();
  if (wanted === "1" || wanted === "true") return direct;
  const indirect = connections(timetable, from, to, { day, now }).flatMap((journey) => {
    const [segment] = journey;
    if (!segment || !shown(segment)) return [];
    const items = connectionSchedules(journey, timetable.seed);
    return items.map((item) => ({ departure: wallOf(segment), item }));
  });
  return [...direct, ...indirect];
}

/**
 * Journeys between two airports or cities on a day, the direct ones first. There is no TotalCount, and a next page is
 * linked whether or not there is one (API.md 5.2).
 */
export function answerSchedules(
  question: ScheduleQuestion,
  from: string,
  to: string,
  when: string,
): Answer {
  const { timetable, asked } = question;
  const [origin, destination, time] = [from.toUpperCase(), to.toUpperCase(), parseDateTime(when)];
  const page = operationPage(new URLSearchParams(asked.search));
  if (!CODE.test(origin) || !CODE.test(destination) || !time || !page) {
    return malformedInput("airport, date, limit or offset");
  }
  const earliest = time.day * MINUTES_A_DAY + (time.minute ?? NO_TIME) - SHOWN_BEFORE;
  const pairs = timetable
    .stationsOf(origin)
    .flatMap((start) => timetable.stationsOf(destination).map((end) => [start, end] as const));
  const rows = pairs.flatMap((pair) => pairRows(question, pair, earliest));
  const shown = rows.slice(page.offset, page.offset + page.limit);
  if (shown.length === 0) return noFlights("schedules");
  const full = shown.length === page.limit;
  const latest = Math.max(...shown.map(({ departure }) => departure));
  const dates = {
    dayBefore: dayText(time.day - 1),
    date: dayText(time.day),
    later: full ? timeText(latest) : null,
  };
  return {
    status: 200,
    json: {
      ScheduleResource: {
        Schedule: collapse(shown.map(({ item }) => item)),
        Meta: { "@Version": "1.0.0", Link: scheduleLinks(asked, dates, page) },
      },
    },
  };
}
