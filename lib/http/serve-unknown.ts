import { AppError } from "@/lib/errors";
import { preflightHeaders } from "./cors";
import { refuseWith } from "./refuse-with";
import { servePlain } from "./serve-plain";
import type { Route } from "./serve-with";

/** Any method of a path that the API does not have. */
export const serveUnknown: Route = (request, context) =>
  request.headers.has("access-control-request-method")
    ? letAsk(request, context)
    : refuse(request, context);

const refuse = refuseWith(
  (request) =>
    new AppError(
      "not_found",
      `There is no ${new URL(request.url).pathname}. /api/docs lists what there is.`,
      { invalidParams: [{ name: "path", reason: "is not part of this API" }] },
    ),
);

/** A page of an allowed origin may send its request, so that it gets to read that there is no such thing. */
const letAsk = servePlain(
  async (request, context) => {
    const method = request.headers.get("access-control-request-method") ?? "";
    const headers = request.method === "OPTIONS" ? preflightHeaders(request.headers, [method]) : {};
    if (Object.keys(headers).length === 0) return refuse(request, context);
    return new Response(null, { status: 204, headers });
  },
  { limit: "told" },
);
