import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { openApiDocument } from "@/lib/http/openapi";

type Operation = {
  security: object[];
  parameters?: { name: string; in: string }[];
  responses: Record<string, { $ref?: string; headers?: object }>;
};
// Through JSON, as a caller sees it.
const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  paths: Record<string, Record<string, Operation>>;
};

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

  it.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    "has %s with its parameters and answers",
    (_, { path, method, access, paged, status = 200, params, query }) => {
      const operation = document.paths[path]?.[method.toLowerCase()];
      const asked = operation?.parameters?.filter((parameter) => parameter.in !== "header") ?? [];
      const named = asked.map(({ name }) => name);
      const wanted = [params, query].flatMap((part) => Object.keys(part?.shape ?? {}));
      expect(named.toSorted()).toEqual(wanted.toSorted());
      const ways = operation?.security.map((way) => Object.keys(way)[0] ?? "nothing");
      expect(ways?.includes("nothing") || ways?.length === 0).toBe(
        access === "reader" || access === "anybody",
      );
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining([`${status}`, "400", "429", "500", "503"]),
      );
      const headers = operation?.responses[`${status}`]?.headers ?? {};
      expect("X-Total-Count" in headers).toBe(paged ?? false);
    },
  );

  it("gives instants by format alone", () => {
    expect(JSON.stringify(document)).not.toContain("\\\\d{4}");
  });
});
