import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Asking } from "./asking";
import { invalidInput, toInvalidParams } from "./invalid-input";
import { readText } from "./read-text";

const NOTHING = z.strictObject({});

/**
 * The body by its schema; nothing is `{}` where all may be left out. An endpoint that takes none accepts nothing or `{}`, so that a caller who sends something
 * learns that it would be ignored. Throws `payload_too_large` (over 1 MB), `unsupported_media_type`,
 * `validation_failed` (`body` when it is no JSON or does not arrive within 10 s).
 */
export async function readBody(
  request: Pick<Asking, "headers" | "body">,
  schema: z.ZodObject | undefined,
  arrivesWithinMs?: number,
): Promise<unknown> {
  const text = await readText(request, { arrivesWithinMs });
  if (text === "" && !schema) return undefined;
  if (text !== "") checkMediaType(request.headers.get("content-type"));
  const result = (schema ?? NOTHING).safeParse(text === "" ? {} : parseJson(text));
  if (!result.success && text === "") throw invalidInput([{ name: "body", reason: "is missing" }]);
  if (!result.success) throw invalidInput(toInvalidParams(result.error.issues, "body"));
  return schema ? result.data : undefined;
}

function checkMediaType(header: string | null): void {
  const type = header?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") return;
  throw new AppError(
    "unsupported_media_type",
    `The body must be application/json, not ${type || "without a content type"}. Nothing was changed.`,
    { invalidParams: [{ name: "body", reason: "must be sent as application/json" }] },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidInput([{ name: "body", reason: "is not valid JSON" }]);
  }
}
