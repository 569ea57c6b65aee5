import type { OriginKind } from "@/lib/model/origin";

/** What a file says of itself, by name, in the order in which it is told. */
export type About = Readonly<
  Record<"content" | "exported_at" | "origin" | "filters" | "times" | "licence", string>
>;

const LICENSED =
  "data of the Lufthansa Open API: use and passing on are bound by the terms that its key was given under";

const LICENCES: Record<OriginKind | "unknown", string> = {
  sandbox: "made up, not real flights: free to use",
  replay: LICENSED,
  import: LICENSED,
  lufthansa: LICENSED,
  unknown: "no data yet",
};

const TIMES =
  "UTC, written with Z; columns and fields called local are the wall time of their airport, whose zone stands beside them";

/** What a file with these rows says of itself. `filter` is the caller's, of which only what was given is told. */
export function describeExport(file: {
  content: string;
  filter: object;
  origin: OriginKind | null;
  now: Date;
}): About {
  const origin = file.origin ?? "unknown";
  return {
    content: file.content,
    exported_at: file.now.toISOString(),
    origin,
    filters: describeFilter(file.filter),
    times: TIMES,
    licence: LICENCES[origin],
  };
}

/** As in a URL, which keeps to one line and to ASCII whatever was searched for. */
function describeFilter(filter: object): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (given.length === 0) return "none";
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
