/**
 * How an operation is told from others of its number and day: `0710` for a scheduled departure at `2030-05-01T07:10`. The
 * first one of a number has no name.
 */
export const operationName = (departureTime: string): string =>
  departureTime.slice(11).replace(":", "");
