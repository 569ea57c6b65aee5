import { AppError } from "@/lib/errors";
import { LIST_SCOPE, type Scope } from "@/lib/model/stream";

const WIDTH = 500;

/** A scope as it is stored and shown: `list`, or codes in order, separated by commas. Throws `validation_failed` when too long. */
export function formatScope(scope: Scope): string {
  if (scope.kind === "list") return "list";
  const text = [...new Set(scope.codes)].sort().join(",");
  if (text.length > 0 && text.length <= WIDTH) return text;
  throw new AppError(
    "validation_failed",
    `A run asks for between one code and ${WIDTH} characters of codes; ${scope.codes.length} codes do not fit. Ask for fewer, or for the list.`,
  );
}

/** The scope that `formatScope` wrote. */
export const parseScope = (text: string): Scope =>
  text === "list" ? LIST_SCOPE : { kind: "codes", codes: text.split(",") };
