import type { OpenApiDocument, Operation, Schema } from "../openapi-document";
import { CLIENT_RUNTIME } from "./client-runtime";
import { indent, toComment, toField, toType } from "./to-type";

type Placed = { method: string; path: string; operation: Operation };

/** A client for TypeScript in one file without dependencies: the types of a document, a method for each operation, `fetch`. */
export function toClient(document: OpenApiDocument): string {
  const { info, components, paths } = document;
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${toType(schema)};`,
  );
  const methods = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) =>
      toMethod({ method: method.toUpperCase(), path, operation }),
    ),
  );
  return [
    `// Client of ${info.title} ${info.version}. Made by the server from its own documentation; ask it again rather than edit.`,
    CLIENT_RUNTIME.trim(),
    ...types,
    `/** All operations of the API. Path, query, \`body\` and \`ifMatch\` are one object. */\nexport class ${CLASS} extends Caller {\n${indent(methods.join("\n\n"))}\n}`,
    "",
  ].join("\n\n");
}

const CLASS = "DstAirlines";

function toMethod(placed: Placed): string {
  const { method, path, operation } = placed;
  const { type, generic, call } = toReply(placed);
  const fields = argumentsOf(operation, generic !== null);
  const taken = fields.length > 0 ? `args: {\n${indent(fields.join("\n"))}\n}` : "";
  const optional = fields.length > 0 && !fields.some(isRequired);
  return [
    toComment([operation.summary, operation.description].filter(Boolean).join("\n\n")),
    `${operation.operationId}${generic ?? ""}(${taken}${optional ? " = {}" : ""}): ${type} {\n`,
    `  return this.${call}("${method}", "${path}", ${taken ? "args" : "{}"});\n}`,
  ].join("");
}

const isRequired = (field: string) => /^\w+: /m.test(field.replace(/^\/\*\*[\s\S]*?\*\/\n/, ""));

function argumentsOf(operation: Operation, picks: boolean): string[] {
  const asked = (operation.parameters ?? []).filter((parameter) => parameter.in !== "header");
  const matched = operation.parameters?.some(({ name }) => name === "If-Match");
  const body = operation.requestBody;
  const fields = asked.map(({ name, schema, description, required = false }) => {
    const told = { ...schema, ...(description ? { description } : {}) };
    if (name === "fields" && picks) {
      return `${toComment("Only these fields of each row")}fields?: readonly Field[];`;
    }
    return toField(name, told, required);
  });
  const content = body?.content["application/json"]?.schema;
  if (content) fields.push(toField("body", content, body?.required ?? true));
  if (matched) fields.push(`${toComment(IF_MATCH)}ifMatch?: Version;`);
  return fields;
}

const IF_MATCH = "The row as you read it, or its ETag: where it was changed since, 412.";

type Reply = { type: string; generic: string | null; call: string };

function toReply({ operation }: Placed): Reply {
  const [, reply] = Object.entries(operation.responses).find(([status]) => /^2/.test(status)) ?? [];
  const content = reply?.content;
  if (!content) return { type: "Promise<void>", generic: null, call: "call" };
  const json = content["application/json"]?.schema;
  if (!json) return { type: "Promise<Response>", generic: null, call: "file" };
  const { schema, picked } = withFields(operation, json);
  const paged = "X-Total-Count" in (reply.headers ?? {});
  const row = toType(paged ? (schema.items ?? {}) : schema);
  const generic = picked ? `<Field extends keyof ${picked} = keyof ${picked}>` : null;
  const shown = picked ? row.replace(picked, `Pick<${picked}, Field>`) : row;
  return paged
    ? { type: `Listing<${shown}>`, generic, call: "list" }
    : { type: `Promise<${shown}>`, generic, call: "call" };
}

/** Where fields can be chosen, the document says both shapes: the whole row, of which the type then picks. */
function withFields(operation: Operation, schema: Schema): { schema: Schema; picked?: string } {
  const whole = schema.anyOf?.[0];
  if (!whole || !operation.parameters?.some(({ name }) => name === "fields")) return { schema };
  const row = whole.items ?? whole;
  return row.$ref ? { schema: whole, picked: toType(row) } : { schema: whole };
}
