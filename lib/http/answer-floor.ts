import type { ServerResponse } from "node:http";

/**
 * For what is neither a page nor an answer of the API: files of the build, redirects, and the framework's own error pages,
 * which may look as they do and run nothing.
 */
const FLOOR = {
  "content-security-policy":
    "default-src 'none'; img-src 'self' data:; font-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
} as const;

/** A year: after one answer over https a browser comes by https only. */
const STRICT_TRANSPORT_SECURITY = "max-age=31536000";

/**
 * Sees to it that an answer has its security headers, whoever makes it: those that are missing when its head is written
 * are added. `overTls`: the browser came by https, and is told to keep to that.
 */
export function putFloorUnder(response: ServerResponse, { overTls }: { overTls: boolean }): void {
  const writeHead = response.writeHead.bind(response);
  const withFloor = (...args: Parameters<typeof writeHead>) => {
    for (const [name, value] of Object.entries(FLOOR)) {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    if (overTls) response.setHeader("strict-transport-security", STRICT_TRANSPORT_SECURITY);
    return writeHead(...args);
  };
  // writeHead has two signatures, and these are the arguments of one of them, handed on as they came.
  response.writeHead = withFloor as typeof response.writeHead;
}
