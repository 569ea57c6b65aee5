import type { Schema } from "../openapi-document";

/** A schema as a TypeScript type. References become names; whatever has no type of its own is `unknown`. */
export function toType(schema: Schema): string {
  if (schema.$ref) return schema.$ref.replace("#/components/schemas/", "");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return union(choices.map(toType));
  if (schema.allOf) return schema.allOf.map(toType).join(" & ");
  if (Array.isArray(schema.type)) {
    return union(schema.type.map((type) => toType({ ...schema, type })));
  }
  return ofType(schema);
}

const union = (types: readonly string[]): string => [...new Set(types)].join(" | ") || "never";

function ofType(schema: Schema): string {
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return `Array<${toType(schema.items ?? {})}>`;
    case "object":
      return toObject(schema);
    default:
      return "unknown";
  }
}

function toObject({ properties, required = [], additionalProperties }: Schema): string {
  if (properties) {
    const fields = Object.entries(properties).map(([name, field]) =>
      toField(name, field, required.includes(name)),
    );
    return fields.length > 0 ? `{\n${indent(fields.join("\n"))}\n}` : "Record<string, never>";
  }
  const open = typeof additionalProperties === "object" ? toType(additionalProperties) : "unknown";
  return `Record<string, ${open}>`;
}

/** One field of an object, with what is said of it. */
export const toField = (name: string, schema: Schema, required: boolean): string =>
  `${toComment(schema.description)}${toName(name)}${required ? "" : "?"}: ${toType(schema)};`;

const toName = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);

/** Sentences as a comment above what follows; nothing where there are none. */
export function toComment(text: string | undefined): string {
  const lines = text
    ?.trim()
    .replaceAll("*/", "* /")
    .split("\n")
    .map((line) => line.trimEnd());
  if (!lines || lines.join("") === "") return "";
  if (lines.length === 1) return `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

export const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, "  ");
