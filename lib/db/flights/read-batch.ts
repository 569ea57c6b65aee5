import type { Connection } from "mariadb";
import type { ObservedFlight, WindowAnswer } from "@/lib/model/flight";
import { byGroup, type FlightGroup, groupName } from "./flight-group";
import { observationName } from "./observation-rows";
import type { LoadedGroup } from "./plan-batches";
import { readFlights } from "./read-flights";
import { readAnswers, readObservations } from "./read-observations";
import type { StoredFlight } from "./stored-flight";

/** A group of which something is new, with all that is known of it. */
export type MergingGroup = {
  /** What was observed of it, ever and now. */
  observations: readonly ObservedFlight[];
  /** What is new among that, with its places in the load. */
  added: LoadedGroup["observed"];
  answers: readonly WindowAnswer[];
  stored: readonly StoredFlight[];
};

type NewsOfGroup = Pick<MergingGroup, "observations" | "added"> & { group: FlightGroup };

/**
 * Reads what is stored of these groups. Those of which the load says nothing new are left out. Stored observations that give
 * way to it count as not there.
 */
export async function readBatch(
  connection: Connection,
  batch: readonly LoadedGroup[],
  givesWay: (stored: ObservedFlight) => boolean,
): Promise<MergingGroup[]> {
  if (batch.length === 0) return [];
  const stored = await readObservations(connection, batch.map(toGroup));
  const known = byGroup(stored.filter((each) => !givesWay(each)));
  const news = batch.flatMap((loaded) => newsOf(loaded, known));
  if (news.length === 0) return [];
  const flights = byGroup(await readFlights(connection, news.map(toGroup)));
  const answers = await readAnswers(connection, windowsOf(news));
  return news.map(({ group, observations, added }) => ({
    observations,
    added,
    answers: answersOf(observations, answers),
    stored: flights.get(groupName(group)) ?? [],
  }));
}

const toGroup = ({ group }: { group: FlightGroup }): FlightGroup => group;

function newsOf(
  { group, observed, isTouched }: LoadedGroup,
  stored: ReadonlyMap<string, readonly ObservedFlight[]>,
): NewsOfGroup[] {
  const known = stored.get(groupName(group)) ?? [];
  const [only, ...others] = observed;
  if (only && known.length === 0 && others.length === 0) {
    return [{ group, added: observed, observations: [only.flight] }];
  }
  const names = new Set(known.map(observationName));
  const added = observed.filter(({ flight }) => {
    const name = observationName(flight);
    const isNew = !names.has(name);
    names.add(name);
    return isNew;
  });
  if (added.length === 0 && !isTouched) return [];
  return [{ group, added, observations: [...known, ...added.map(({ flight }) => flight)] }];
}

/** The windows of schedules in which they were seen: only those can have lost them. */
function windowsOf(groups: readonly NewsOfGroup[]): Pick<WindowAnswer, "stream" | "window">[] {
  const windows = new Set<string>();
  for (const { observations } of groups) {
    for (const { stream, window } of observations) {
      if (stream === "schedules") windows.add(window);
    }
  }
  return [...windows].map((window) => ({ stream: "schedules", window }));
}

function answersOf(
  observations: readonly ObservedFlight[],
  answers: readonly WindowAnswer[],
): readonly WindowAnswer[] {
  if (answers.length === 0) return answers;
  const windows = new Set(observations.map(({ window }) => window));
  return answers.filter(({ window }) => windows.has(window));
}
