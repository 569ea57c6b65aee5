import { z } from "zod";
import { PAYLOAD_STORES } from "@/lib/raw/payload-store";

export const MANIFEST_FILE = "manifest.json";

/** One file of lines: how many, and the sha-256 of the lines before they were compressed. */
export const LineFile = z.object({
  file: z.string().regex(/^[\w.-]+$/),
  lines: z.number().int(),
  sha256: z.string(),
});
export type LineFile = z.infer<typeof LineFile>;

/** What a backup folder holds. Written last: a folder without it is not a backup. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The migrations that made the tables, oldest first; later ones are applied after the rows are back. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    LineFile.extend({
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), binary: z.boolean() })),
      key: z.array(z.string()),
    }),
  ),
  /** The raw answers, when they are in MongoDB; those in MySQL are among the tables. */
  answers: LineFile.extend({ store: z.enum(PAYLOAD_STORES) }).nullable(),
});
export type Manifest = z.infer<typeof Manifest>;
