import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Headers of pages and files; the API sets its own, and the policy for scripts is made by proxy.ts with each page. */
const PAGE_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  },
];
const NOT_API = "/((?!api/|api$).*)";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // npm test checks types; somebody who starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The API answers /api/airports/ itself instead of being redirected: a client that posts would lose its body.
  skipTrailingSlashRedirect: true,
  // Where people and clients of FastAPI look for the documentation.
  redirects: async () =>
    [
      ["/docs", "/api/docs"],
      ["/redoc", "/api/docs"],
      ["/openapi.json", "/api/openapi.json"],
    ].map(([source, destination]) => ({ source, destination, permanent: false })),
  outputFileTracingRoot: root,
  outputFileTracingIncludes: {
    "/api/docs/[file]": ["./node_modules/swagger-ui-dist/swagger-ui*.{js,css}"],
  },
  turbopack: { root },
  // Drivers find their files and workers by their place in node_modules.
  serverExternalPackages: ["mariadb", "mongodb", "pino", "prom-client", "@prisma/client"],
  headers: async () => [
    { source: NOT_API, headers: PAGE_HEADERS },
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [{ key: "Strict-Transport-Security", value: "max-age=31536000" }],
    },
  ],
};
