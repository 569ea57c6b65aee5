/** The day of all examples. Who shows them today may put another day in its place. */
export const EXAMPLE_DAY = "2026-11-24";
