import { serveUnknown } from "@/lib/http/serve-unknown";

export {
  serveUnknown as DELETE,
  serveUnknown as GET,
  serveUnknown as OPTIONS,
  serveUnknown as PATCH,
  serveUnknown as POST,
  serveUnknown as PUT,
};
