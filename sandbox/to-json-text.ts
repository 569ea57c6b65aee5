import type { Json } from "./json";

const WHOLE_DEGREES = /("(?:Latitude|Longitude)":-?\d+)(?=[,}])/g;

/** JSON as the API writes it: compact, and degrees with a decimal even where it is zero (39.0), as recorded. */
export const toJsonText = (json: Json) => JSON.stringify(json).replace(WHOLE_DEGREES, "$1.0");
