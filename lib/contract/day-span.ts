import { z } from "zod";
import { Day } from "./codes";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Fields with a first and a last local day, both included, that lie at most so many days apart. */
export const daySpan = <Shape extends z.core.$ZodShape>(shape: Shape, mostDays: number) =>
  z
    .strictObject({
      ...shape,
      from: Day.meta({ description: "First day, by the clocks of each place" }),
      to: Day.meta({ description: `Last day, at most ${mostDays} days with the first` }),
    })
    .check(({ value, issues }) => {
      if (issues.length > 0) return;
      // The fields of the span are in every such object, which the generic shape hides.
      const { from, to } = value as { from: string; to: string };
      const days = 1 + (Date.parse(to) - Date.parse(from)) / DAY_MS;
      if (days >= 1 && days <= mostDays) return;
      const message =
        days < 1
          ? "must not lie before the first day"
          : `makes more than ${mostDays} days; ask for them in parts`;
      issues.push({ code: "custom", path: ["to"], input: to, message });
    });
