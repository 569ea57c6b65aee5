import {
  type Designator,
  type FlightObservation,
  type FlightSaid,
  type FlightTime,
  TEXT_FIELDS,
  TIME_FIELDS,
  type TimeBasis,
} from "@/lib/model/flight";

/** What of an observation has no column of its own. */
type Said = Pick<FlightObservation, "numberText" | "said" | "codeshares">;

/** As it lies in the database: nothing where nothing was said, times as `local utc basis`, codeshares as `carrier number suffix`. */
type SaidJson = { number?: string; codeshares?: readonly string[] } & {
  [Field in keyof FlightSaid]?: FlightSaid[Field] extends number | null ? number : string;
};

const PLAIN_FIELDS = [...TEXT_FIELDS, "status", "serviceType"] as const;

/** What an observation says as JSON, short: most fields are not said, and there are many observations. */
export function formatSaid({ numberText, said, codeshares }: Said): string {
  const json: Record<string, unknown> = {};
  if (numberText) json.number = numberText;
  for (const field of TIME_FIELDS) {
    const time = said[field];
    if (time) json[field] = `${time.local} ${time.utc ?? ""} ${time.basis}`;
  }
  for (const field of PLAIN_FIELDS) {
    const value = said[field];
    if (value !== null) json[field] = value;
  }
  if (said.stops !== null) json.stops = said.stops;
  if (codeshares.length > 0) json.codeshares = codeshares.map(formatDesignator);
  return JSON.stringify(json);
}

/** What `formatSaid` wrote. It is read for each observation of each merge, so our own text is believed. */
export function parseSaid(text: string): Said {
  const { number = "", codeshares = [], ...json } = JSON.parse(text) as SaidJson;
  const said: Record<string, unknown> = { ...NOTHING, ...json };
  for (const field of TIME_FIELDS) said[field] = parseTime(json[field]);
  // Written from the closed words of the model.
  return {
    numberText: number,
    said: said as FlightSaid,
    codeshares: codeshares.map(parseDesignator),
  };
}

const NOTHING = Object.fromEntries(
  [...TIME_FIELDS, ...PLAIN_FIELDS, "stops"].map((field) => [field, null]),
);

function parseTime(text: string | undefined): FlightTime | null {
  if (text === undefined) return null;
  const [local = "", utc = "", basis] = text.split(" ");
  // Written from the closed words of the model.
  return { local, utc: utc || null, basis: basis as TimeBasis };
}

const formatDesignator = ({ carrier, numberText, suffix }: Designator): string =>
  `${carrier} ${numberText} ${suffix}`;

function parseDesignator(text: string): Designator {
  const [carrier = "", numberText = "", suffix = ""] = text.split(" ");
  return { carrier, number: Number(numberText), numberText, suffix };
}
