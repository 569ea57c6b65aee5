import { docsPage } from "@/lib/http/docs-page";
import { methods } from "@/lib/http/methods";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: async () => docsPage() });
