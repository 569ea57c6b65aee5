import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "prisma/config";

// `generate` and `validate` only ask that the schema engine's file exists. Where it could not be downloaded a file that
// refuses to run stands in, so that a command that really needs the engine fails loudly instead of doing nothing.
const engines = join(import.meta.dirname, "node_modules/@prisma/engines");
const hasEngine =
  existsSync(engines) && readdirSync(engines).some((file) => file.startsWith("schema-engine-"));
if (!hasEngine) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= join(
    import.meta.dirname,
    "scripts/no-schema-engine.sh",
  );
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
