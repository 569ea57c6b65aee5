import type { Json } from "./json";
import type { Resource } from "./resources";

/** What is sent: a backend's JSON (XML where JSON was not asked for), or a gateway's text as it is. */
export type Answer = { status: number } & ({ json: Json } | { text: string; contentType: string });

const INFO_URL = "not supported yet: http://api.lufthansa.com/errorcodes/{processingError.Code}";

/** Second family of errors (API.md section 3): with the inner spaces and the newline. */
export function gatewayError(status: number, message: string): Answer {
  return {
    status,
    text: `{ "Error": ${JSON.stringify(message)} }\n`,
    contentType: "application/json",
  };
}

export function processingError(
  status: number,
  type: string,
  code: string,
  description: string,
): Answer {
  const error = {
    "@RetryIndicator": false,
    Type: type,
    Code: code,
    Description: description,
    InfoURL: INFO_URL,
  };
  return { status, json: { ProcessingErrors: { ProcessingError: error } } };
}

const invalid = ({ noun, example }: Resource, path: string, how: string) =>
  `Invalid ${noun} code (${how} incorrect). Example: /mds-references/${path}/${example}.`;

/** Unknown code, offset beyond the end, or an unreadable position of the 404 kind: all look alike. */
export const notFound = (resource: Resource, path: string): Answer =>
  processingError(
    404,
    "ResourceNotFound",
    resource.notFound,
    invalid(resource, path, "semantically"),
  );

export const backendError = (resource: Resource): Answer =>
  processingError(
    500,
    "BackendError",
    resource.backendError,
    `Requested ${resource.noun} resource not available due to error at backend.`,
  );

export const malformedCode = (resource: Resource, path: string): Answer =>
  processingError(400, "InputValidation", resource.notFound, invalid(resource, path, "formally"));

/** The vendor's word for it is known for coordinates only; limits and offsets borrow its form. */
export const malformedInput = (what: string): Answer =>
  processingError(400, "InputValidation", "2000", `Invalid ${what} (formally incorrect)`);
