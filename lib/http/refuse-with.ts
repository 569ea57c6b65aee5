import type { AppError } from "@/lib/errors";
import { problemResponse } from "./problem";
import { requestId } from "./request-id";
import { servePlain } from "./serve-plain";
import type { Route } from "./serve-with";

/** A route that always fails in the same way. */
export const refuseWith = (
  toError: (request: Request) => AppError,
  { headers = {}, crossOrigin = true }: RefusalOptions = {},
): Route =>
  servePlain(
    async (request) =>
      problemResponse(toError(request), {
        instance: new URL(request.url).pathname,
        requestId: requestId(request.headers),
        headers,
      }),
    { crossOrigin },
  );

type RefusalOptions = { headers?: Readonly<Record<string, string>>; crossOrigin?: boolean };
