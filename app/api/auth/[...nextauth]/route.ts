import { serveAuth } from "@/lib/auth/serve-auth";
import { methods } from "@/lib/http/methods";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods(
  { GET: serveAuth, POST: serveAuth },
  { crossOrigin: false },
);
