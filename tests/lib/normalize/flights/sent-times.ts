import {
  journey,
  leg,
  readAnswer,
  scheduleAnswer,
  statusAnswer,
  statusFlight,
} from "./sent-answers";

/** Times that one side of a schedule or flight status says, `local` or `local UTC`. */
export const side = (airport: string, times: Record<string, string>) => ({
  AirportCode: airport,
  ...Object.fromEntries(
    Object.entries(times).flatMap(([kind, text]) => {
      const [local, utc] = text.split(" ");
      return [
        ...(local ? [[`${kind}TimeLocal`, { DateTime: local }]] : []),
        ...(utc ? [[`${kind}TimeUTC`, { DateTime: utc }]] : []),
      ];
    }),
  ),
  TimeStatus: { Code: "OT", Definition: "x" },
});

export const saidOf = (reading: ReturnType<typeof readAnswer>) => {
  const [flight] = reading.observed;
  if (!flight) throw new Error(`No flight, but ${JSON.stringify(reading.rejects)}`);
  return { ...flight.said, flightDate: flight.flightDate };
};

/** What a schedule of one leg says, its times as wall times. */
export const scheduled = (
  [origin, departure]: [string, string],
  [destination, arrival]: [string, string],
  duration?: string,
) =>
  saidOf(
    readAnswer(
      "schedules",
      scheduleAnswer(
        journey(
          leg({
            Departure: side(origin, { Scheduled: departure }),
            Arrival: side(destination, { Scheduled: arrival }),
          }),
          duration,
        ),
      ),
    ),
  );

/** What flight status says of a landed flight FRA-BER, whose times may be sent without UTC. */
export const landed = (departure: Record<string, string>, arrival: Record<string, string>) =>
  saidOf(
    readAnswer(
      "flight-status",
      statusAnswer(
        statusFlight({ Departure: side("FRA", departure), Arrival: side("BER", arrival) }),
      ),
    ),
  );

export const derived = (local: string, utc: string) => ({ local, utc, basis: "derived" });
