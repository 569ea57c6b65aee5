/** Airports about which the backend answers nothing but errors for a while (API.md section 3: 18 minutes, one origin). */
export type Outages = {
  /** An outage of the first of the airports, from now on; of none where there is none. */
  begin(airports: readonly string[], seconds?: number): void;
  covers(airports: readonly string[]): boolean;
};

const RECORDED_SECONDS = 18 * 60;

export function createOutages(now: () => number): Outages {
  const endsAt = new Map<string, number>();
  return {
    begin([airport], seconds = RECORDED_SECONDS) {
      if (airport) endsAt.set(airport, now() + seconds * 1000);
    },
    covers: ([airport]) => airport !== undefined && now() < (endsAt.get(airport) ?? 0),
  };
}
