import type { Tracked } from "@/lib/contract/tracked";
import { findCallsPerWindow } from "@/lib/db/coverage/find-calls-per-window";
import { findTracked } from "@/lib/db/tracked/find-tracked";
import { env } from "@/lib/env";
import {
  type Forecast,
  type ForecastInput,
  forecastAirport,
  forecastRoute,
  forecastTotal,
} from "@/lib/sync/forecast-calls";
import { liveShare } from "./live-share";
import { findSourceSettings } from "./source";

/** All that is followed, each with the calls a day that it costs. */
export async function findTrackedWithForecast(now = new Date()): Promise<Tracked> {
  const [{ routes, airports }, input] = await Promise.all([findTracked(), findInput(now)]);
  const withRoutes = routes.map(({ created_at, ...route }) => ({
    ...route,
    created_at: created_at.toISOString(),
    forecast: forecastRoute(route, input),
  }));
  const withAirports = airports.map(({ created_at, ...airport }) => {
    const { airport_code: code, flight_status, flight_information } = airport;
    const follows = { code, flightStatus: flight_status, flightInformation: flight_information };
    return {
      ...airport,
      created_at: created_at.toISOString(),
      forecast: forecastAirport(follows, input),
    };
  });
  const parts = [...withRoutes, ...withAirports].map(({ forecast }) => forecast);
  const total = forecastTotal(parts, input);
  return {
    routes: withRoutes.map(shown),
    airports: withAirports.map(shown),
    total: {
      calls_a_day: total.calls,
      live_calls_a_day: total.live,
      quota_a_day: total.quota,
      share: total.share,
      is_estimate: total.isEstimate,
    },
  };
}

const shown = <Row extends { forecast: Forecast }>({ forecast, ...row }: Row) => ({
  ...row,
  forecast: {
    calls_a_day: forecast.calls,
    live_calls_a_day: forecast.live,
    calls_per_window: forecast.callsPerWindow,
    is_estimate: forecast.isEstimate,
  },
});

async function findInput(now: Date): Promise<ForecastInput> {
  const { SCHEDULES_HORIZON_DAYS } = env();
  const [callsPerWindow, callsPerHour] = await Promise.all([
    findCallsPerWindow(now),
    // A source that does not answer hides its limit and nothing else.
    findSourceSettings().then(
      ({ limits }) => limits.callsPerHour,
      () => null,
    ),
  ]);
  return {
    callsPerWindow,
    callsPerHour,
    horizonDays: SCHEDULES_HORIZON_DAYS,
    live: liveShare(),
  };
}
