import { z } from "zod";
import { ERROR_CODES } from "@/lib/errors";

/** RFC 9457 problem details: the only body that an error answer ever has. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(ERROR_CODES),
    request_id: z.string(),
    invalid_params: z.array(z.object({ name: z.string(), reason: z.string() })).optional(),
    references: z
      .array(z.object({ resource: z.string(), count: z.number().int().min(1) }))
      .optional()
      .meta({ description: "What refers to the row that was to be deleted" }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
