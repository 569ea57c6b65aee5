import { AppError } from "@/lib/errors";
import { refuseWith } from "./refuse-with";

/** Any method of a path that the API does not have. */
export const serveUnknown = refuseWith(
  (request) =>
    new AppError(
      "not_found",
      `There is no ${new URL(request.url).pathname}. /api/docs lists what there is.`,
      { invalidParams: [{ name: "path", reason: "is not part of this API" }] },
    ),
);
