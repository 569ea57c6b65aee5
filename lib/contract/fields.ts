import { z } from "zod";

/** `fields=a,b`: only these of the fields of each row. Refuses names that rows do not have. */
export const fieldsOf = (row: z.ZodObject) => {
  const names = Object.keys(row.shape);
  return z
    .string()
    .transform((text, context): string[] => {
      const wanted = text.split(",").map((name) => name.trim());
      const unknown = wanted.filter((name) => !names.includes(name));
      if (unknown.length === 0) return [...new Set(wanted)];
      const message = `names ${unknown.map((name) => `"${name}"`).join(", ")}; there are ${names.join(", ")}`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    })
    .optional()
    .meta({
      description: "Only these fields of each row, separated by commas",
      example: names.slice(0, 2).join(","),
    });
};
