import { docsPage } from "@/lib/http/docs-page";
import { methods } from "@/lib/http/methods";
import { servePlain } from "@/lib/http/serve-plain";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: servePlain(async () => docsPage(), { crossOrigin: false }),
});
