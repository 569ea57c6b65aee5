import type { CallInput, Endpoint } from "../endpoint";

/** A request that works on the rows of tests/api/fixtures, and is shown in the documentation. */
export type Example = {
  endpoint: Endpoint;
  params?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: Readonly<Record<string, unknown>>;
};

/** Ties an example to its endpoint, whose schemas say what it may hold. */
export const exampleOf = <const E extends Endpoint>(endpoint: E, input: CallInput<E>): Example => ({
  endpoint,
  ...(input as Omit<Example, "endpoint">), // CallInput is these three parts
});
