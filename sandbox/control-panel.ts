import type { Api } from "./answer-call";
import type { CallLog } from "./call-log";
import { LIST_NAMES, type List, type UnreadableStatus } from "./catalog";
import type { Clock } from "./clock";
import { readFaultRates } from "./faults";
import { isObject, type Json } from "./json";
import type { QuotaLimits } from "./quota";

/** What `GET /_sandbox/about` answers. */
export type About = { kind: "sandbox" | "replay"; quota: QuotaLimits | null; seed: number };

export type ControlPanel = { about: About; api: Api; log: CallLog; clock: Clock };

/** A request to the control panel that it cannot follow; answered with 400. */
class Refused extends Error {}

function setFaults(api: Api, body: Json): Json {
  if (!isObject(body)) throw new Refused('Send the rates as an object, e.g. {"500": 0.05}.');
  api.faultRates = readFaultRates(body);
  return { faults: { ...api.faultRates } };
}

function readPositions(list: List, given: Json | undefined): [number, UnreadableStatus][] {
  if (!isObject(given)) throw new Refused('Send positions as an object, e.g. {"17": 404}.');
  return Object.entries(given).map(([text, status]) => {
    const position = Number(text);
    if (!Number.isInteger(position) || position < 1 || position > list.items.length) {
      throw new Refused(`${text} is no position of this list of ${list.items.length}.`);
    }
    if (status !== 404 && status !== 500) throw new Refused("A status must be 404 or 500.");
    return [position, status];
  });
}

/** Takes the place of a list's unreadable positions: they drift and heal in the real list too. */
function setUnreadable(api: Api, body: Json): Json {
  const name = isObject(body) && LIST_NAMES.find((known) => known === body.list);
  if (!isObject(body) || !name) throw new Refused(`list must be one of ${LIST_NAMES.join(", ")}.`);
  const list = api.catalog.lists[name];
  const positions = new Map(readPositions(list, body.positions));
  const unknown = [...list.unreadable.keys()].find(
    (position) => !positions.has(position) && !list.items[position - 1],
  );
  if (unknown) throw new Refused(`Position ${unknown} was never recorded and cannot be healed.`);
  list.unreadable = positions;
  return { list: name, unreadable: positions.size };
}

/** What `GET /_sandbox/clock` answers. */
const tellTime = (clock: Clock): Json => ({
  now: new Date(clock.now()).toISOString(),
  stopped: clock.stopped(),
});

/** Sets the clock of flights, tokens and quota alike. */
function setClock(clock: Clock, body: Json): Json {
  if (!isObject(body)) throw new Refused('Send an object, e.g. {"now": "2030-05-01T06:00:00Z"}.');
  const { now, stopped = false, advance_seconds: seconds } = body;
  if (typeof stopped !== "boolean") throw new Refused("stopped must be true or false.");
  if (now === undefined && typeof seconds === "number" && seconds >= 0) {
    clock.advance(seconds * 1000);
  } else if (now === null) {
    clock.reset();
  } else if (typeof now === "string" && !Number.isNaN(Date.parse(now))) {
    clock.set(Date.parse(now), { stopped });
  } else {
    throw new Refused("Send now as an ISO instant or null, or advance_seconds as a number.");
  }
  return tellTime(clock);
}

/** Begins or ends an outage of all questions about one airport. */
function setOutage(api: Api, body: Json): Json {
  const airport = isObject(body) && typeof body.airport === "string" ? body.airport : "";
  const seconds = isObject(body) ? body.seconds : undefined;
  if (!/^[A-Z]{3}$/.test(airport)) throw new Refused("airport must be a code like CAI.");
  if (typeof seconds !== "number" || !(seconds >= 0)) {
    throw new Refused("seconds must be a number, 0 ends the outage.");
  }
  api.outages.begin([airport], seconds);
  return { airport, seconds };
}

function respond(panel: ControlPanel, question: string, body: string): unknown {
  const { about, api, log, clock } = panel;
  const answers: Record<string, () => unknown> = {
    "GET /_sandbox/about": () => ({
      kind: about.kind,
      quota: about.quota && {
        calls_per_second: about.quota.callsPerSecond,
        calls_per_hour: about.quota.callsPerHour,
      },
      seed: about.seed,
    }),
    "GET /_sandbox/calls": () => log.counts(),
    "GET /_sandbox/requests": () => log.calls(),
    "POST /_sandbox/faults": () => setFaults(api, JSON.parse(body)),
    "GET /_sandbox/clock": () => tellTime(clock),
    "POST /_sandbox/clock": () => setClock(clock, JSON.parse(body)),
    "POST /_sandbox/outages": () => setOutage(api, JSON.parse(body)),
    "POST /_sandbox/unreadable": () => setUnreadable(api, JSON.parse(body)),
  };
  return answers[question]?.();
}

/** Answers `/_sandbox/…`: no token, no quota, no faults, not counted. */
export function answerControlPanel(
  panel: ControlPanel,
  incoming: { method: string; path: string; body: string },
): { status: number; body: string } {
  try {
    const answer = respond(panel, `${incoming.method} ${incoming.path}`, incoming.body);
    return answer === undefined
      ? { status: 404, body: JSON.stringify({ error: "No such page of the control panel." }) }
      : { status: 200, body: JSON.stringify(answer) };
  } catch (error) {
    // Whatever is wrong here is wrong with what was sent; the texts are written for its sender.
    const message = error instanceof Error ? error.message : String(error);
    return { status: 400, body: JSON.stringify({ error: message }) };
  }
}
