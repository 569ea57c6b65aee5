import { Download } from "../download";
import { openApiDocument } from "../openapi";
import { toClient } from "./to-client";

let made: string | undefined;

/** The typed client of this very server, as a file. */
export function serveClient(): Download {
  made ??= toClient(openApiDocument());
  return new Download(new Blob([made]).stream(), {
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": 'inline; filename="dst-airlines.ts"',
    "cache-control": "no-cache",
  });
}
