import type { Tracked } from "@/lib/contract/tracked";
import { requireAirports } from "@/lib/db/airports/require-airports";
import { trackAirport, untrackAirport } from "@/lib/db/tracked/track-airport";
import { trackRoute, untrackRoute } from "@/lib/db/tracked/track-route";
import { AppError } from "@/lib/errors";
import { invalidInput } from "@/lib/http/invalid-input";
import type { Actor } from "@/lib/model/actor";
import { findTrackedWithForecast } from "./find-tracked-with-forecast";

type Route = { departure: string; arrival: string };

/**
 * Edits what is followed; each answers all that is followed then. Throws `not_found` for a code that nobody knows and for
 * what was not followed, `validation_failed` for a route that leads nowhere.
 */
export const changeTracked = {
  async addRoute(route: Route, actor: Actor): Promise<Tracked> {
    if (route.departure === route.arrival) throw sameAirport();
    await requireAirports([
      { name: "path.departure", code: route.departure },
      { name: "path.arrival", code: route.arrival },
    ]);
    await trackRoute(route, { actor, now: new Date() });
    return findTrackedWithForecast();
  },

  async removeRoute(route: Route, actor: Actor): Promise<Tracked> {
    const wasTracked = await untrackRoute(route, { actor, now: new Date() });
    if (!wasTracked) throw notTracked(`The route ${route.departure}-${route.arrival}`);
    return findTrackedWithForecast();
  },

  async addAirport(
    code: string,
    boards: Parameters<typeof trackAirport>[1],
    actor: Actor,
  ): Promise<Tracked> {
    await requireAirports([{ name: "path.code", code }]);
    await trackAirport(code, boards, { actor, now: new Date() });
    return findTrackedWithForecast();
  },

  async removeAirport(code: string, actor: Actor): Promise<Tracked> {
    const wasTracked = await untrackAirport(code, { actor, now: new Date() });
    if (!wasTracked) throw notTracked(`The airport ${code}`);
    return findTrackedWithForecast();
  },
};

const sameAirport = (): AppError =>
  invalidInput([{ name: "path.arrival", reason: "must be another airport than departure" }]);

const notTracked = (what: string): AppError =>
  new AppError("not_found", `${what} is not followed. Nothing was changed.`);
