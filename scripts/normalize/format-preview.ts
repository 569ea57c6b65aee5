import type { NormalizePreview } from "@/inngest/preview-normalize";

/** The preview for people: counts, then the first flights that would change. */
export function formatPreview(preview: NormalizePreview): string {
  const { from, to, days, answers, rows, lost, observations, flights, fields, samples } = preview;
  const changes = Object.entries(fields).map(([field, count]) => `${field} ${count}`);
  return [
    `${answers} answers of ${days} days (${from} to ${to}) hold ${rows} rows.`,
    `Read today, ${observations.changed} say something else, ${observations.added} are new, ${observations.gone} are gone.`,
    `Flights: ${flights.added} would be added, ${flights.changed} changed, ${flights.removed} removed.`,
    ...(changes.length > 0 ? [`Fields: ${changes.join(", ")}`] : []),
    ...(lost.answers > 0
      ? [`${lost.answers} answers cannot be read again; what they had said stays as it is.`]
      : []),
    ...(preview.isWhole ? [] : [`So much differs that only the days up to ${to} were looked at.`]),
    ...samples.map((sample) => `  ${sample.kind}: ${flightName(sample.key)}${fieldsOf(sample)}`),
    "",
  ].join("\n");
}

type Sample = NormalizePreview["samples"][number];

/** `LH900 FRA-LHR 2024-07-06`, with its operation where there are several that day. */
export const flightName = (key: Sample["key"]): string =>
  `${key.carrier}${key.number || ""}${key.suffix} ${key.origin}-${key.destination} ${key.flightDate}${key.operation && ` (${key.operation})`}`;

const fieldsOf = ({ kind, fields }: Sample): string =>
  kind === "changed"
    ? fields.map(({ field, from, to }) => `\n    ${field}: ${from ?? "-"} -> ${to ?? "-"}`).join("")
    : "";
