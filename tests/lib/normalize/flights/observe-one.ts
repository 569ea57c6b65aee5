import {
  informationAnswer,
  informationFlight,
  journey,
  leg,
  readAnswer,
  scheduleAnswer,
  statusAnswer,
  statusFlight,
} from "./sent-answers";

type Given = Record<string, unknown>;

/** What one schedule of one leg, one flight of flight status, or one of flight information gives. */
export const ofSchedule = (given: Given = {}) =>
  readAnswer("schedules", scheduleAnswer(journey(leg(given)))).observed[0];
export const ofStatus = (given: Given = {}) =>
  readAnswer("flight-status", statusAnswer(statusFlight(given))).observed[0];
export const ofInformation = (
  given: Given = {},
  codes: Parameters<typeof informationFlight>[0] = {},
) =>
  readAnswer("flight-information", informationAnswer(informationFlight(codes, given))).observed[0];
