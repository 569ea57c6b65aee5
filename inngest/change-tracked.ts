import type { Tracked } from "@/lib/contract/tracked";
import { requireAirports } from "@/lib/db/airports/require-airports";
import { trackAirport, untrackAirport } from "@/lib/db/tracked/track-airport";
import { trackRoute, untrackRoute } from "@/lib/db/tracked/track-route";
import { AppError } from "@/lib/errors";
import { invalidInput } from "@/lib/http/invalid-input";
import { findTrackedWithForecast } from "./find-tracked-with-forecast";

type Route = { departure: string; arrival: string };
type Person = { email: string };

/**
 * Edits what is followed; each answers all that is followed then. Throws `not_found` for a code that nobody knows and for
 * what was not followed, `validation_failed` for a route that leads nowhere.
 */
export const changeTracked = {
  async addRoute(route: Route, { email }: Person): Promise<Tracked> {
    if (route.departure === route.arrival) throw sameAirport();
    await requireAirports([
      { name: "path.departure", code: route.departure },
      { name: "path.arrival", code: route.arrival },
    ]);
    await trackRoute(route, { by: email, now: new Date() });
    return findTrackedWithForecast();
  },

  async removeRoute(route: Route): Promise<Tracked> {
    const wasTracked = await untrackRoute(route);
    if (!wasTracked) throw notTracked(`The route ${route.departure}-${route.arrival}`);
    return findTrackedWithForecast();
  },

  async addAirport(
    code: string,
    boards: Parameters<typeof trackAirport>[1],
    { email }: Person,
  ): Promise<Tracked> {
    await requireAirports([{ name: "path.code", code }]);
    await trackAirport(code, boards, { by: email, now: new Date() });
    return findTrackedWithForecast();
  },

  async removeAirport(code: string): Promise<Tracked> {
    if (!(await untrackAirport(code))) throw notTracked(`The airport ${code}`);
    return findTrackedWithForecast();
  },
};

const sameAirport = (): AppError =>
  invalidInput([{ name: "path.arrival", reason: "must be another airport than departure" }]);

const notTracked = (what: string): AppError =>
  new AppError("not_found", `${what} is not followed. Nothing was changed.`);
