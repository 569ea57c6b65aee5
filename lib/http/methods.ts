import { AppError } from "@/lib/errors";
import { preflightHeaders } from "./cors";
import { refuseWith } from "./refuse-with";
import { servePlain } from "./serve-plain";
import type { Route } from "./serve-with";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type MethodName = (typeof METHODS)[number];
type Served = Partial<Record<MethodName, Route>>;
type Routes = Record<MethodName | "OPTIONS", Route>;

/**
 * All methods of one path: those that are served, a problem 405 that names them for all others (Next's own has no
 * body), and OPTIONS, which also answers what a browser asks before a page of CORS_ORIGINS may call (`crossOrigin`: where
 * such pages may at all). HEAD is made by Next from GET.
 */
export function methods(served: Served, { crossOrigin = true } = {}): Routes {
  const names = METHODS.filter((name) => served[name]);
  const possible = names.flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name]));
  const headers = { allow: [...possible, "OPTIONS"].join(", ") };
  const refuse = refuseWith(
    () =>
      new AppError(
        "method_not_allowed",
        `This method is not possible here; there are ${headers.allow}.`,
      ),
    { headers, crossOrigin },
  );
  const options = servePlain(
    async (request) => {
      const asked = crossOrigin ? preflightHeaders(request.headers, possible) : {};
      return new Response(null, { status: 204, headers: { ...headers, ...asked } });
    },
    { limit: "told", crossOrigin },
  );
  const route = (name: MethodName) => served[name] ?? refuse;
  return {
    GET: route("GET"),
    POST: route("POST"),
    PUT: route("PUT"),
    PATCH: route("PATCH"),
    DELETE: route("DELETE"),
    OPTIONS: options,
  };
}
