import { AppError } from "@/lib/errors";
import { refuseWith } from "./refuse-with";
import type { Route } from "./serve-with";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type MethodName = (typeof METHODS)[number];
type Served = Partial<Record<MethodName, Route>>;
type Routes = Record<MethodName | "OPTIONS", Route>;

/**
 * All methods of one path: those that are served, a problem 405 that names them for all others (Next's own has no
 * body), and OPTIONS. HEAD is made by Next from GET.
 */
export function methods(served: Served): Routes {
  const names = METHODS.filter((name) => served[name]);
  const allow = [
    ...names.flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name])),
    "OPTIONS",
  ];
  const headers = { allow: allow.join(", ") };
  const refuse = refuseWith(
    () =>
      new AppError(
        "method_not_allowed",
        `This method is not possible here; there are ${headers.allow}.`,
      ),
    headers,
  );
  const options: Route = async () => new Response(null, { status: 204, headers });
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
