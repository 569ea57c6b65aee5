import type { ExportFormat } from "@/lib/model/export-format";

const LONGEST_FILTERS = 80;

/** `flights_FRA_2030-05-01_exported_2030-05-02.csv`: what is in it, by which filters, and of which day (UTC) it is. */
export function exportFileName(file: {
  content: string;
  filter: object;
  now: Date;
  format: ExportFormat;
}): string {
  const filters = Object.values(file.filter)
    .filter((value) => value !== undefined)
    .map((value) => String(value).replace(/[^A-Za-z0-9-]+/g, "-"))
    .join("_")
    .slice(0, LONGEST_FILTERS);
  const day = file.now.toISOString().slice(0, 10);
  return [file.content, filters, "exported", day]
    .filter(Boolean)
    .join("_")
    .concat(`.${file.format}`);
}
