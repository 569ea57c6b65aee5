/**
 * One step at a time among all functions that ask Lufthansa: there is one quota, and a second worker would only wait. A
 * function that sleeps until the quota is back gives its turn away.
 */
export const LUFTHANSA_TURN = { limit: 1, key: '"lufthansa"', scope: "env" } as const;
