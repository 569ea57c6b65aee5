import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DOCS_SCRIPT } from "./docs-script";
import { serveUnknown } from "./serve-unknown";
import type { Route } from "./serve-with";

const SCRIPT = "text/javascript; charset=utf-8";
/** Swagger UI's own files, by the names under which the page asks for them. A name is looked up, never made a path. */
const FILES = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", SCRIPT],
]);
/** Serves a file of the documentation page. */
export const serveDocsFile: Route = async (request, context) => {
  const name = String((await context.params).file);
  if (name === "start.js") return fileResponse(DOCS_SCRIPT, SCRIPT);
  const type = FILES.get(name);
  if (!type) return serveUnknown(request, context);
  // The build copies these files along (next.config.mjs), so they are below the folder that the server runs in.
  const path = join(process.cwd(), "node_modules", "swagger-ui-dist", name);
  return fileResponse(await readFile(path, "utf8"), type);
};

const fileResponse = (text: string, type: string) =>
  new Response(text, {
    headers: {
      "content-type": type,
      "cache-control": "public, max-age=3600",
      "x-content-type-options": "nosniff",
    },
  });
