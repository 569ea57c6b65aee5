import { expect, test } from "vitest";
import { RULES, type Rule } from "./rules";
import { importsIn, importsOf, sourceFiles } from "./source-files";

const offends = ({ from, never }: Rule, file: string, target: string) =>
  from.test(file) && never.test(target);

test.each(RULES)("$rule", (rule) => {
  const offences = sourceFiles.flatMap((file) =>
    importsOf(file)
      .filter((target) => offends(rule, file, target))
      .map((target) => `${file} -> ${target}`),
  );
  expect(offences).toEqual([]);
});

test.each(RULES)("is caught when broken: $rule", (rule) => {
  const [file, target] = rule.offence;
  const specifier = /^(lib|app|components|inngest|scripts|sandbox)\//.test(target)
    ? `@/${target}`
    : target;
  const imports = importsIn(file, `import { x } from "${specifier}";`);
  expect(imports.some((found) => offends(rule, file, found))).toBe(true);
});
