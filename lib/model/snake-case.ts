/** `scheduledDeparture` as JSON of the API names it: `scheduled_departure`. */
export const toSnakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
