import type { WindowState } from "@/lib/model/run";
import type { FindPlace } from "@/lib/normalize/flights/normalize-flight";

/** How the coverage ledger holds a window: by its newest answer. */
export type KnownWindow = {
  scope: string;
  key: string;
  state: WindowState;
  settled: boolean;
  fetched: number;
};

/** What a stream of flights wants to know before it plans and before it reads a window. */
export type FlightKnowledge = {
  now: Date;
  /** Routes whose schedules are followed, and airports whose boards are. */
  routes: readonly { departure: string; arrival: string }[];
  airports: readonly { code: string; flightStatus: boolean; flightInformation: boolean }[];
  findPlace: FindPlace;
  /** What is known of the windows of these days, by `scope key`. */
  known: ReadonlyMap<string, KnownWindow>;
  /** Boards are served from so many days back to so many ahead of an airport's local day. */
  boardDays: { back: number; ahead: number };
  /** Schedules are asked for so many days ahead where nobody says which. */
  horizonDays: number;
};
