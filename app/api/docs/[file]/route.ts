import { methods } from "@/lib/http/methods";
import { serveDocsFile } from "@/lib/http/serve-docs-file";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: serveDocsFile });
