import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { StreamName } from "@/lib/model/stream";
import type { PayloadEntry } from "./payload-store";

/** What a store keeps of an answer besides its body. Also the check of what is read back. */
export const KeptAnswer = z.object({
  id: z.string(),
  // Any word: an answer of a stream that has been given up since must stay readable.
  stream: z.custom<StreamName>((value) => typeof value === "string"),
  window: z.string(),
  runId: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.string()),
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
  receivedAt: z.date(),
  durationMs: z.number().int(),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

const SECRET_NAME = /authorization|cookie|secret|password|token|api[-_]?key/i;

/**
 * Picks what may be kept, field by field: names that carry secrets are left out, whatever the caller hands over.
 * Throws for the answer to a sign-in, whose body is a secret.
 */
export function toKeptAnswer({ id, stream, window, runId, answer }: PayloadEntry): KeptAnswer {
  if (/\/oauth\/token$/.test(answer.path)) {
    throw new AppError("internal", "The answer to a token request holds a secret and is not kept.");
  }
  return {
    id,
    stream,
    window,
    runId,
    path: answer.path,
    query: withoutSecrets(answer.query),
    status: answer.status,
    headers: withoutSecrets(answer.headers),
    receivedAt: answer.receivedAt,
    durationMs: Math.round(answer.durationMs),
  };
}

const withoutSecrets = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET_NAME.test(name)));
