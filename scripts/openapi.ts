import { writeFileSync } from "node:fs";
import { openApiDocument } from "@/lib/http/openapi";

const path = new URL("../docs/openapi.json", import.meta.url);
const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

writeFileSync(path, text);
console.log(`docs/openapi.json: ${text.length.toLocaleString("en")} characters`);
