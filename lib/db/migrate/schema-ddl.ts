import { z } from "zod";

const Field = z.object({
  name: z.string(),
  dbName: z.string().nullish(),
  kind: z.enum(["scalar", "object", "enum", "unsupported"]),
  type: z.string(),
  isRequired: z.boolean(),
  hasDefaultValue: z.boolean(),
  default: z.unknown().optional(),
  nativeType: z.tuple([z.string(), z.array(z.string())]).nullish(),
  relationFromFields: z.array(z.string()).optional(),
  relationToFields: z.array(z.string()).optional(),
  relationOnDelete: z.string().optional(),
  relationOnUpdate: z.string().optional(),
});
const Model = z.object({ name: z.string(), dbName: z.string().nullish(), fields: z.array(Field) });
const Index = z.object({
  model: z.string(),
  type: z.enum(["id", "unique", "normal", "fulltext"]),
  dbName: z.string().nullish(),
  fields: z.array(z.object({ name: z.string(), sortOrder: z.enum(["asc", "desc"]).nullish() })),
});

/** What Prisma's parser says of a schema, as far as tables are made from it. */
export const Datamodel = z.object({
  models: z.array(Model),
  enums: z
    .array(z.unknown())
    .max(0, "enums are not used here: write VarChar and a list in lib/model"),
  indexes: z.array(Index),
});
export type Datamodel = z.infer<typeof Datamodel>;
type Field = z.infer<typeof Field>;
type Model = z.infer<typeof Model>;
type Index = z.infer<typeof Index>;

const DEFAULT_TYPES: Record<string, string> = {
  String: "VARCHAR(191)",
  Boolean: "BOOLEAN",
  Int: "INTEGER",
  BigInt: "BIGINT",
  Float: "DOUBLE",
  Decimal: "DECIMAL(65, 30)",
  DateTime: "DATETIME(3)",
  Json: "JSON",
  Bytes: "LONGBLOB",
};
const ACTIONS: Record<string, string> = {
  Cascade: "CASCADE",
  Restrict: "RESTRICT",
  SetNull: "SET NULL",
  NoAction: "NO ACTION",
};
const MAX_NAME = 64;

/**
 * The tables of a datamodel as MySQL statements, named and typed as Prisma's own schema engine does it (Prisma 7,
 * `migrate diff --from-empty --script`). Collations are not in a datamodel and so not in here.
 */
export function schemaDdl(datamodel: Datamodel): string {
  const tables = datamodel.models.map((model) => createTable(model, datamodel));
  const keys = datamodel.models.flatMap((model) => foreignKeys(model, datamodel));
  return `${[...tables, ...keys].join("\n\n")}\n`;
}

function createTable(model: Model, { indexes }: Datamodel): string {
  const own = indexes.filter((index) => index.model === model.name);
  const lines = [
    ...model.fields.filter((field) => field.kind !== "object").map(column),
    "",
    ...own
      .filter(({ type }) => type === "unique")
      .map((index) => key("UNIQUE INDEX", "_key", index, model)),
    ...own
      .filter(({ type }) => type === "normal")
      .map((index) => key("INDEX", "_idx", index, model)),
    ...own
      .filter(({ type }) => type === "fulltext")
      .map((index) => key("FULLTEXT INDEX", "_idx", index, model)),
    ...own
      .filter(({ type }) => type === "id")
      .map((index) => `PRIMARY KEY (${columns(index, model)})`),
  ];
  const body = lines
    .map((line) => line && `    ${line}`)
    .join(",\n")
    .replaceAll(",\n,\n", ",\n\n");
  return `-- CreateTable\nCREATE TABLE ${quoted(tableName(model))} (\n${body}\n) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`;
}

function column(field: Field): string {
  const type = columnType(field);
  return `${quoted(columnName(field))} ${type} ${field.isRequired ? "NOT NULL" : "NULL"}${columnDefault(field, type)}`;
}

function columnType({ kind, type, nativeType, name }: Field): string {
  if (kind !== "scalar")
    throw new Error(`The field ${name} is of a kind that is not used here: ${kind}`);
  if (nativeType) {
    const [native, parameters] = nativeType;
    const word = native
      .replace(/^Unsigned(.+)$/, "$1 UNSIGNED")
      .toUpperCase()
      .replace(/^INT\b/, "INTEGER");
    return parameters.length > 0 ? `${word}(${parameters.join(", ")})` : word;
  }
  const found = DEFAULT_TYPES[type];
  if (!found) throw new Error(`The field ${name} has a type that is not used here: ${type}`);
  return found;
}

function columnDefault(field: Field, type: string): string {
  const value = field.default;
  if (!field.hasDefaultValue) return "";
  if (typeof value === "object" && value !== null && "name" in value) {
    if (value.name === "autoincrement") return " AUTO_INCREMENT";
    if (value.name === "now") return ` DEFAULT CURRENT_TIMESTAMP${/\(\d\)/.exec(type)?.[0] ?? ""}`;
    return "";
  }
  const quote = field.type === "String" || field.type === "Json";
  return ` DEFAULT ${quote ? literal(String(value)) : String(value)}`;
}

function key(kind: string, suffix: string, index: Index, model: Model): string {
  return `${kind} ${quoted(
    index.dbName ??
      defaultName(
        index.fields.map(({ name }) => name),
        suffix,
        model,
      ),
  )}(${columns(index, model)})`;
}

function columns(index: Index, model: Model): string {
  return index.fields
    .map(
      ({ name, sortOrder }) =>
        quoted(columnOf(model, name)) + (sortOrder === "desc" ? " DESC" : ""),
    )
    .join(", ");
}

function foreignKeys(model: Model, { models }: Datamodel): string[] {
  return model.fields.flatMap((field) => {
    const from = field.relationFromFields ?? [];
    const target = models.find(({ name }) => name === field.type);
    if (from.length === 0 || !target) return [];
    const to = (field.relationToFields ?? []).map((name) => quoted(columnOf(target, name)));
    const onDelete = ACTIONS[field.relationOnDelete ?? (field.isRequired ? "Restrict" : "SetNull")];
    const onUpdate = ACTIONS[field.relationOnUpdate ?? "Cascade"];
    const own = from.map((name) => quoted(columnOf(model, name)));
    return `-- AddForeignKey\nALTER TABLE ${quoted(tableName(model))} ADD CONSTRAINT ${quoted(defaultName(from, "_fkey", model))} FOREIGN KEY (${own.join(", ")}) REFERENCES ${quoted(tableName(target))}(${to.join(", ")}) ON DELETE ${onDelete} ON UPDATE ${onUpdate};`;
  });
}

function defaultName(fields: readonly string[], suffix: string, model: Model): string {
  const base = [tableName(model), ...fields.map((name) => columnOf(model, name))].join("_");
  return base.slice(0, MAX_NAME - suffix.length) + suffix;
}

function columnOf(model: Model, name: string): string {
  const field = model.fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`${model.name} has no field ${name}`);
  return columnName(field);
}

const tableName = (model: Model): string => model.dbName ?? model.name;
const columnName = (field: Field): string => field.dbName ?? field.name;
const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;
const literal = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
