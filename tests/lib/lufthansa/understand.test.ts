import { describe, expect, test } from "vitest";
import { FAILURE_KINDS, FAILURES, type FailureKind } from "@/lib/lufthansa/failure";
import { understand } from "@/lib/lufthansa/understand";
import { backendError } from "./client-under-test";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
  receivedAt: new Date("2030-05-01T10:00:00Z"),
  durationMs: 1,
});

const cases: [FailureKind, string, number, unknown, Record<string, string>?][] = [
  ["not_found", "404 of the backend", 404, backendError()],
  ["not_found", "code as a number", 404, backendError("ResourceNotFound", 2021)],
  [
    "not_found",
    "list of errors",
    404,
    { ProcessingErrors: { ProcessingError: [backendError().ProcessingErrors.ProcessingError] } },
  ],
  ["foreign_not_found", "404 of the gateway", 404, { Error: "Not Found" }],
  ["foreign_not_found", "404 page of a proxy", 404, "<html><title>404</title></html>"],
  ["foreign_not_found", "404 without a body", 404, ""],
  ["foreign_not_found", "404 with an empty error", 404, { ProcessingErrors: {} }],
  ["bad_request", "400", 400, backendError("InputValidation", 2031)],
  ["token_refused", "401", 401, { Error: "Not Authorized" }],
  ["token_refused", "401 without a body", 401, ""],
  [
    "over_second_limit",
    "403 of a second",
    403,
    '{ "Error": "Account Over Queries Per Second Limit" }',
  ],
  [
    "over_second_limit",
    "403 as XML",
    403,
    "<h1>Developer Over Qps</h1>",
    { "content-type": "text/xml" },
  ],
  [
    "over_second_limit",
    "403 told by header",
    403,
    "",
    { "x-mashery-error-code": "ERR_403_DEVELOPER_OVER_QPS" },
  ],
  ["over_second_limit", "429", 429, ""],
  ["over_hour_limit", "403 of an hour", 403, '{ "Error": "Account Over Rate Limit" }\n'],
  ["over_hour_limit", "403 in other words", 403, { Error: "Rate Limit Exceeded" }],
  ["over_hour_limit", "403 of an hour as XML", 403, "<h1>Developer Over Rate</h1>"],
  [
    "over_hour_limit",
    "403 of an hour told by header",
    403,
    "",
    { "x-mashery-error-code": "ERR_403_DEVELOPER_OVER_RATE" },
  ],
  ["access_refused", "403 of an inactive account", 403, { Error: "Account Inactive" }],
  ["access_refused", "403 as XML", 403, "<h1>Developer Inactive</h1>"],
  ["access_refused", "403 without a body", 403, ""],
  ["unexpected_status", "redirect", 302, ""],
  ["unexpected_status", "405", 405, "{}"],
  ["backend_error", "500 of the backend", 500, backendError("BackendError", "3021")],
  ["gateway_error", "500 as HTML", 500, "<html><h1>Oops</h1></html>"],
  ["gateway_error", "503 of the backend family", 503, backendError("BackendError", "3021")],
  ["gateway_error", "504", 504, '{ "Error": "Gateway Timeout" }\n'],
  ["gateway_error", "502", 502, ""],
  ["malformed_json", "200 with half a body", 200, '{"CountryResource":{"Coun'],
  ["not_json", "200 with a page", 200, "<!doctype html><title>Sign in</title>"],
  ["not_json", "200 without a body", 200, ""],
  ["not_json", "204", 204, ""],
];

describe("understand", () => {
  test.each(cases)("%s: %s", (kind, _what, status, body, headers) => {
    expect(understand(answer(status, body, headers))).toMatchObject({
      kind: "failed",
      failure: { kind, detail: expect.stringContaining(`HTTP ${status}`) },
    });
  });

  test("every kind is either told by an answer here or by the network", () => {
    const network = ["truncated", "too_large", "timeout", "connection_failed", "connection_lost"];
    const known = new Set([...cases.map(([kind]) => kind), ...network]);
    expect([...known].sort()).toEqual([...FAILURE_KINDS].sort());
    expect(Object.keys(FAILURES).sort()).toEqual([...FAILURE_KINDS].sort());
  });

  test.each([200, 201, 206])("%i is a success", (status) => {
    expect(understand(answer(status, [1]))).toEqual({ kind: "ok", json: [1] });
  });

  test("JSON is read with a byte order mark, in another charset, and whatever the type says", () => {
    expect(understand(answer(200, '\uFEFF{"a":1}'))).toEqual({ kind: "ok", json: { a: 1 } });
    const latin = { ...answer(200, ""), body: Buffer.from('"M\xfcnchen"', "latin1") };
    expect(
      understand({ ...latin, headers: { "content-type": "application/json; charset=ISO-8859-1" } }),
    ).toEqual({ kind: "ok", json: "München" });
    expect(
      understand(answer(200, '"ü"', { "content-type": "text/html; charset=nonsense" })),
    ).toEqual({ kind: "ok", json: "ü" });
  });

  test("says in words what the other side said, without markup", () => {
    const said = (status: number, body: unknown) => {
      const understood = understand(answer(status, body));
      return understood.kind === "failed" ? understood.failure.detail : "";
    };
    expect(said(404, backendError())).toBe(
      "HTTP 404: ResourceNotFound 2021: Invalid airport code.",
    );
    expect(said(504, '{ "Error": "Gateway Timeout" }\n')).toBe("HTTP 504: Gateway Timeout");
    expect(said(502, "<html><style>a{}</style><h1>Bad\n gateway</h1>")).toBe(
      "HTTP 502: Bad gateway",
    );
    expect(said(500, "x".repeat(500))).toHaveLength("HTTP 500: ".length + 120);
    expect(said(401, "token abc is wrong")).toBe("HTTP 401");
  });

  test("a Retry-After is carried along", () => {
    expect(understand(answer(503, "", { "retry-after": "7" }))).toMatchObject({
      failure: { retryAfterSeconds: 7 },
    });
  });
});
