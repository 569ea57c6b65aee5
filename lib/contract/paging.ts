import { z } from "zod";

/** `skip` is for small jumps; beyond this, `cursor` walks. */
export const SKIP_MAX = 10_000;
export const LIMIT_MAX = 1000;

export const Paging = z.strictObject({
  skip: z.coerce.number().int().min(0).max(SKIP_MAX).default(0).meta({
    description: "Rows to leave out first. For small jumps; walk with cursor.",
  }),
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(100).meta({
    description: "Rows to return at most.",
  }),
  cursor: z.string().min(1).max(1500).optional().meta({
    description: "Where the page before ended, from its Link header. Not together with skip.",
  }),
});

/** A page of rows as a finder returns it; `serve` turns it into a bare array and headers. */
export type Page<T> = {
  items: T[];
  total: number;
  /** False where there are more than were counted. */
  exact?: boolean;
  /** Cursor of the next page, null on the last. */
  next: string | null;
};
