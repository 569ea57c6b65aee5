import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import type { Endpoint } from "@/lib/contract/endpoint";
import { endpoints } from "@/lib/contract/endpoints";
import { EXAMPLE_DAY } from "@/lib/contract/examples/example-day";
import { openApiDocument } from "@/lib/http/openapi";
import type { Answer, OpenApiDocument, Operation } from "@/lib/http/openapi-document";

const document: OpenApiDocument = openApiDocument();
const named = endpoints.map((endpoint) => [endpoint.id, endpoint] as const);
const operationOf = ({ path, method }: Endpoint): Operation => {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not in the document`);
  return operation;
};
/** What an answer is, also where it is told once for many. */
const answerOf = (operation: Operation, status: number): Answer | undefined => {
  const answer = operation.responses[`${status}`];
  return answer?.$ref ? document.components.responses[answer.$ref.split("/").at(-1) ?? ""] : answer;
};
const headersOf = (operation: Operation, status: number): string[] =>
  Object.keys(answerOf(operation, status)?.headers ?? {});

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  it("is what docs/openapi.json says (npm run openapi writes it)", () => {
    const kept = readFileSync(new URL("../../../docs/openapi.json", import.meta.url), "utf8");
    expect(JSON.parse(kept)).toEqual(document);
  });

  it.each(named)("has %s with its parameters and answers", (_, endpoint) => {
    const { access, paged, status = 200, params, query } = endpoint;
    const operation = operationOf(endpoint);
    const asked = (operation.parameters ?? []).filter((parameter) => parameter.in !== "header");
    const wanted = [params, query].flatMap((part) => Object.keys(part?.shape ?? {}));
    expect(asked.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted());
    expect(operation).toMatchObject({ "x-role": access });
    const ways = operation.security.map((way) => Object.keys(way)[0] ?? "nothing");
    expect(ways.includes("nothing") || ways.length === 0).toBe(
      access === "reader" || access === "anybody",
    );
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining([`${status}`, "400", "429", "500", "503"]),
    );
    expect(headersOf(operation, status).includes("X-Total-Count")).toBe(paged ?? false);
    expect(headersOf(operation, 429)).toContain("Retry-After");
    if (access !== "anybody") expect(headersOf(operation, 401)).toContain("WWW-Authenticate");
  });

  it.each(named.filter(([, { method }]) => method !== "GET"))(
    "says of %s what a change needs and answers",
    (_, endpoint) => {
      const { method, status, versioned } = endpoint;
      const operation = operationOf(endpoint);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["413", "415"]));
      const matched = Boolean(versioned) && method !== "POST";
      const names = (operation.parameters ?? []).map(({ name }) => name);
      expect(names.includes("If-Match")).toBe(matched);
      expect("412" in operation.responses).toBe(matched);
      expect(headersOf(operation, status ?? 200).includes("Location")).toBe(status === 201);
    },
  );

  it("has keys with the scope that each operation asks for, and none where only people may", () => {
    const { security } = operationOf(endpointCalled("startSync"));
    expect(security).toEqual([{ key: ["sync"] }, { session: [] }]);
    expect(operationOf(endpointCalled("createUser")).security).toEqual([{ session: [] }]);
    expect(operationOf(endpointCalled("listFlights")).security).toEqual([
      {},
      { key: ["read"] },
      { session: [] },
    ]);
    expect(operationOf(endpointCalled("getHealth")).security).toEqual([]);
  });

  it("says both answers of a sync, the unhealthy report, and what is not sent again", () => {
    expect(operationOf(endpointCalled("startSync")).responses).toHaveProperty("202");
    const health = operationOf(endpointCalled("getHealth"));
    expect(answerOf(health, 503)?.content).toHaveProperty("application/json");
    expect(health.responses).not.toHaveProperty("304");
    expect(operationOf(endpointCalled("listFlights")).responses).toHaveProperty("304");
    expect(operationOf(endpointCalled("listRuns")).responses).not.toHaveProperty("304");
  });

  it("names the media types of a file, and its name", () => {
    const operation = operationOf(endpointCalled("exportFlights"));
    expect(Object.keys(answerOf(operation, 200)?.content ?? {})).toEqual([
      "text/csv",
      "application/x-ndjson",
      "application/vnd.apache.parquet",
    ]);
    expect(headersOf(operation, 200)).toContain("Content-Disposition");
  });

  it("prefills what its example asks for and nothing else, on the day that is wished", () => {
    const filled = (day?: string) => {
      const operation = openApiDocument(day).paths["/api/flights"]?.get;
      const given = (operation?.parameters ?? []).filter(({ example }) => example !== undefined);
      return Object.fromEntries(given.map(({ name, example }) => [name, example]));
    };
    const other = { departure_airport: "FRA", limit: 1 };
    expect(filled()).toEqual({ ...other, flight_date: EXAMPLE_DAY });
    expect(filled("2031-01-02")).toEqual({ ...other, flight_date: "2031-01-02" });
    const parameters = operationOf(endpointCalled("listFlights")).parameters ?? [];
    expect(parameters.filter(({ schema }) => "example" in schema)).toEqual([]);
  });

  it("gives instants by format, not by the pattern of every leap year", () => {
    expect(JSON.stringify(document)).not.toContain("\\\\d{4}");
  });
});

function endpointCalled(id: string): Endpoint {
  const endpoint = endpoints.find((each) => each.id === id);
  if (!endpoint) throw new Error(`There is no ${id}`);
  return endpoint;
}
