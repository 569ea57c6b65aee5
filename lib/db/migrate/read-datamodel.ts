import { readFileSync } from "node:fs";
import { z } from "zod";
import { Datamodel } from "./schema-ddl";

/**
 * Reads schema.prisma with Prisma's own parser (WebAssembly, needs no engine). Only the schema check needs it, so the
 * parser is loaded here and not with the migrations.
 */
export async function readDatamodel(schemaFile: string): Promise<Datamodel> {
  const parser = await import("@prisma/prisma-schema-wasm");
  const files = [[schemaFile, readFileSync(schemaFile, "utf8")]];
  const answer: unknown = JSON.parse(
    parser.get_dmmf(JSON.stringify({ prismaSchema: files, noColor: true })),
  );
  return z.object({ datamodel: Datamodel }).parse(answer).datamodel;
}
