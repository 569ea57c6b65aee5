import { Day } from "./codes";

/** `from` and `to`: days in UTC, both included, between which something happened. */
export const dayFilter = (what: string) => ({
  from: Day.optional().meta({ description: `First day, UTC, on which it was ${what}` }),
  to: Day.optional().meta({ description: `Last day, UTC, on which it was ${what}` }),
});
