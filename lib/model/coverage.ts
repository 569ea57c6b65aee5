/**
 * Which windows of its days a run of flights asks for. `missing`: all that are not settled; `again`: all;
 * `live`: per airport the window that holds now and the one before it.
 */
export const WINDOW_MODES = ["live", "missing", "again"] as const;
export type WindowMode = (typeof WINDOW_MODES)[number];

/** Which side of an airport a window asks for. */
export const DIRECTIONS = ["departures", "arrivals"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * One window of flights as it is planned, asked and kept in the coverage ledger. It is known by stream, `scope` and `key`:
 * schedules `FRA-LHR` / `2030-05-01`; a board `FRA/departures` / `2030-05-01T04:00`; one route's status `FRA-LHR` / `2030-05-01`.
 */
export type FlightWindow = {
  scope: string;
  key: string;
  /** Local day of its start. */
  day: string;
  /** First and last instant that it covers, both inclusive. */
  startsAt: Date;
  endsAt: Date;
};

/** Hours of wall time that one window of a board covers, both ends included (API.md, 4.2). */
export const BOARD_HOURS = 4;

/** Whether a scope is one side of an airport's board, not a route. */
export const isBoard = (scope: string): boolean => scope.includes("/");

/** Airport or route of a scope, without the direction: `FRA` of `FRA/departures`, `FRA-LHR` of itself. */
export const placeOf = (scope: string): string => scope.split("/")[0] ?? scope;

/** The airport by whose clock a scope's windows begin: that of a board, or the origin of a route. */
export const clockOf = (scope: string): string => scope.split(/[/-]/)[0] ?? scope;

/** A window is settled when it was asked so long after its end: what happened in it is not expected to change any more. */
export const SETTLE_HOURS = 6;

/** States of the coverage ledger in which a window was answered. Only of `complete` it is known that the answer was whole. */
export const ANSWERED_STATES = ["complete", "empty", "suspect", "not_served", "partial"] as const;
