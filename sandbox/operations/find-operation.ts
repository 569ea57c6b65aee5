import type { Answer } from "../answer";
import { createTimetable, type Side, type Timetable } from "../flights/timetable";
import type { Asked } from "../links";
import type { Route } from "../references";
import type { RecordedWindows } from "../replay/recorded-windows";
import type { StatusName } from "./board";
import { noFlights, type OperationName, operationFailure } from "./operation-errors";
import { answerSchedules } from "./schedules";
import { answerNumber, answerRoute, answerWindow, type StatusContext } from "./status-question";

type World = { timetable: () => Timetable; now: () => number; recorded: RecordedWindows | null };

const MS_A_MINUTE = 60_000;
const SIDES: Record<string, Side> = { departures: "departures", arrivals: "arrivals" };

function routeTo(
  name: OperationName,
  what: string,
  airports: string[],
  answer: () => Answer,
): Route {
  return {
    endpoint: what ? `${name}/${what}` : name,
    airports: airports.map((code) => code.toUpperCase()),
    failure: operationFailure(name),
    notFound: noFlights(name),
    answer,
  };
}

function findSchedules(world: World, asked: Asked, parts: readonly string[]): Route | null {
  const [from, to, when, ...rest] = parts;
  if (!from || !to || !when || rest.length > 0) return null;
  return routeTo("schedules", "", [from], () =>
    // Nothing but customer flight information was recorded for whole days.
    world.recorded
      ? noFlights("schedules")
      : answerSchedules(
          { timetable: world.timetable(), now: Math.floor(world.now() / MS_A_MINUTE), asked },
          from,
          to,
          when,
        ),
  );
}

type Served = (context: StatusContext) => Answer;

function findStatus(
  world: World,
  name: StatusName,
  asked: Asked,
  parts: readonly string[],
): Route | null {
  const { recorded } = world;
  const served = (answer: Served) => () =>
    recorded
      ? noFlights(name)
      : answer({
          name,
          timetable: world.timetable(),
          now: Math.floor(world.now() / MS_A_MINUTE),
          asked,
        });
  const [first = "", second = "", third, fourth, ...rest] = parts;
  const side = SIDES[first];
  if (rest.length > 0 || !second) return null;
  if (first === "route" && third && fourth) {
    return routeTo(
      name,
      "route",
      [second],
      served((context) => answerRoute(context, second, third, fourth)),
    );
  }
  if (fourth) return null;
  if (side && third) {
    const answer = served((context) => answerWindow(context, side, second, third));
    return routeTo(name, side, [second], () =>
      recorded && name === "customerflightinformation"
        ? (recorded.find(side, second.toUpperCase(), third, asked) ?? noFlights(name))
        : answer(),
    );
  }
  if (third) return null;
  return routeTo(
    name,
    "{flight}",
    [],
    served((context) => answerNumber(context, first, second)),
  );
}

function decoded(path: string): string[] | null {
  try {
    return path.replace(/\/$/, "").split("/").slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

/**
 * Answers what is asked under /operations from a timetable made of the seed, or in a replay from recorded windows.
 * Counted as `schedules`, `flightstatus/departures`, `flightstatus/route`, `flightstatus/{flight}` and so on.
 */
export function createFindOperation(options: {
  seed: number;
  now: () => number;
  recorded: RecordedWindows | null;
}): (asked: Asked) => Route | null {
  let timetable: Timetable | null = null;
  const world: World = {
    now: options.now,
    recorded: options.recorded,
    timetable: () => {
      timetable ??= createTimetable(options.seed);
      return timetable;
    },
  };
  return (asked) => {
    const [family, name, ...parts] = decoded(asked.path) ?? [];
    if (family !== "operations") return null;
    if (name === "schedules") return findSchedules(world, asked, parts);
    return name === "flightstatus" || name === "customerflightinformation"
      ? findStatus(world, name, asked, parts)
      : null;
  };
}
