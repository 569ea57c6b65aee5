/** What an endpoint shows of one end of a flight. Times are instants in minutes. */
export type SideView = {
  scheduled: number;
  estimated: number | null;
  actual: number | null;
  status: string;
};

/** What an endpoint shows of a flight at a moment. */
export type FlightView = { departure: SideView; arrival: SideView; status: string };

export const viewOf = (
  scheduled: number,
  status: string,
  times: { estimated?: number; actual?: number } = {},
): SideView => ({
  scheduled,
  estimated: times.estimated ?? null,
  actual: times.actual ?? null,
  status,
});

/** The window rule (API.md 5.4): one of the times shown lies in it, both ends included. */
export const isInWindow = (
  { scheduled, estimated, actual }: SideView,
  first: number,
  last: number,
) => [scheduled, estimated, actual].some((time) => time !== null && time >= first && time <= last);
