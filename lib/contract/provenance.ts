import { z } from "zod";
import { ROW_SOURCES } from "@/lib/model/source";
import { Instant } from "./codes";

/** Where a row of reference data comes from, and which version of it this is. */
export const Provenance = z.object({
  source: z.enum(ROW_SOURCES).meta({
    description: "Whose values these are; `manual` where a person set any of them",
  }),
  source_differences: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .nullable()
    .meta({
      description:
        "What the source says of fields that a person set to something else; `source` tells which source it is",
      example: { source: "lufthansa", name: "Frankfurt" },
    }),
  manual_fields: z.array(z.string()).meta({
    description: "Fields that a person set: no sync changes these",
    example: ["name"],
  }),
  run_id: z.string().nullable().meta({ description: "The sync run that wrote it" }),
  payload_id: z.string().nullable().meta({ description: "The answer that says it" }),
  version: z.number().int().min(1).meta({ description: "Rises with each change" }),
  created_at: Instant,
  updated_at: Instant,
});
export type Provenance = z.infer<typeof Provenance>;

/** `source=lufthansa`: only rows of this source. */
export const SourceFilter = z.enum(ROW_SOURCES).optional();

/** A search for a code or a part of a name. */
export const SearchText = z.string().trim().min(1).max(80).optional();
