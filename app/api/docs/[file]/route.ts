import { methods } from "@/lib/http/methods";
import { serveDocsFile } from "@/lib/http/serve-docs-file";
import { servePlain } from "@/lib/http/serve-plain";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: servePlain(serveDocsFile, { crossOrigin: false }),
});
