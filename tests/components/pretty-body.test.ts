import { expect, test } from "vitest";
import { prettyBody } from "@/components/raw/pretty-body";

test("JSON is indented, and anything else stays as it is", () => {
  expect(prettyBody('{"a":[1]}')).toEqual({ text: '{\n  "a": [\n    1\n  ]\n}', kind: "JSON" });
  expect(prettyBody("<h1>Developer Inactive</h1>").kind).toBe("text");
  expect(prettyBody('{"cut": ')).toEqual({ text: '{"cut": ', kind: "text" });
});
