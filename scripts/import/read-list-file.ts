import { referenceList } from "@/lib/lufthansa/responses";
import type { ReferenceStream } from "@/lib/model/stream";
import type { ArchiveFile } from "./archive-files";
import { type ArchivedPage, nameAnswer } from "./archived-answer";
import type { ReadFile } from "./read-flight-file";

/** `Airports_200_00201_to_00203_T5_p1_1_20240624_114414.json`: status, first and last position, and when. */
const FILE = /_200_(\d+)_to_(\d+)_.*?(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)\.json$/;

const PATHS = {
  countries: "/mds-references/countries",
  cities: "/mds-references/cities",
  airports: "/mds-references/airports",
  airlines: "/mds-references/airlines",
  aircraft: "/mds-references/aircraft",
} as const satisfies Record<ReferenceStream, string>;

/** One page of a list, whose name tells its positions and, by a clock that it does not name, when it was received. */
export function readListFile(
  stream: ReferenceStream,
  file: string,
  { json, bytes }: ArchiveFile,
): ReadFile<ArchivedPage> {
  const leaveOut = (reason: string) => ({ answers: [], ignored: [{ file, reason }] });
  const [, first = "", last = "", ...date] = FILE.exec(file) ?? [];
  const [year, month, day, hour, minute, second] = date;
  const observedAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const [from, to] = [Number(first), Number(last)];
  if (!first || Number.isNaN(observedAt.getTime()) || from > to) {
    return leaveOut("its name tells no positions and time of an answer");
  }
  const list = referenceList(json, stream);
  if (!list) return leaveOut(`it is no answer of ${stream}`);
  if (list.items.length > to - from + 1) return leaveOut("it holds more than its name says");
  const found = {
    stream,
    window: { scope: "list" as const, key: `${from}-${to}`, from, to, total: list.totalCount },
    page: from,
    path: PATHS[stream],
    query: { limit: String(to - from + 1), offset: String(from) },
    observedAt,
    place: { file, item: null },
  };
  return { answers: [nameAnswer(found, bytes)], ignored: [] };
}
