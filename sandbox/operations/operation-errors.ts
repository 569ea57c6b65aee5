import { type Answer, processingError } from "../answer";

/** The three services under /operations. */
export type OperationName = "schedules" | "flightstatus" | "customerflightinformation";

/** Codes of their errors were not recorded; these follow the pattern of the reference lists. */
const CODES: Record<OperationName, readonly [notFound: string, backend: string]> = {
  schedules: ["2101", "3101"],
  flightstatus: ["2111", "3111"],
  customerflightinformation: ["2121", "3121"],
};

/** Nothing found and not served look alike (API.md section 3): there is no empty list. */
export const noFlights = (name: OperationName): Answer =>
  processingError(
    404,
    "ResourceNotFound",
    CODES[name][0],
    "No flights were found for this request.",
  );

export const operationFailure = (name: OperationName): Answer =>
  processingError(
    500,
    "BackendError",
    CODES[name][1],
    `Requested ${name} resource not available due to error at backend.`,
  );
