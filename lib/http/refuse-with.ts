import type { AppError } from "@/lib/errors";
import { knownDataOrigin } from "./data-origin";
import { problemResponse } from "./problem";
import { requestId } from "./request-id";
import { API_SECURITY_HEADERS } from "./security-headers";
import type { Route } from "./serve-with";

/** A route that always fails in the same way. */
export const refuseWith =
  (
    toError: (request: Request) => AppError,
    headers: Readonly<Record<string, string>> = {},
  ): Route =>
  async (request) => {
    const origin = knownDataOrigin();
    return problemResponse(toError(request), {
      instance: new URL(request.url).pathname,
      requestId: requestId(request.headers),
      headers: {
        ...API_SECURITY_HEADERS,
        ...headers,
        ...(origin ? { "x-data-origin": origin } : {}),
      },
    });
  };
