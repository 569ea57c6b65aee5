/** Ids that examples name. Whoever runs the examples has rows of these ids. */
export const EXAMPLE_IDS = {
  queuedRun: "018f4b1e-0000-7000-8000-000000000001",
  runToPause: "018f4b1e-0000-7000-8000-000000000002",
  pausedRun: "018f4b1e-0000-7000-8000-000000000003",
  payload: "018f4b1e-0000-7000-8000-000000000004",
  user: "018f4b1e-0000-7000-8000-000000000005",
  key: "018f4b1e-0000-7000-8000-000000000006",
} as const;
