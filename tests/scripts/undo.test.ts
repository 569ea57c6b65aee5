import { expect, test } from "vitest";
import { Undo } from "@/scripts/up/undo";

test("undoes against the order of doing, and goes on after a failure", async () => {
  const done: string[] = [];
  const undo = new Undo();
  undo.later(() => void done.push("databases"));
  undo.later(() => Promise.reject(new Error("sandbox would not stop")));
  undo.later(async () => void done.push("application"));
  const failures = await undo.all();
  expect(done).toEqual(["application", "databases"]);
  expect(failures).toMatchObject([{ message: "sandbox would not stop" }]);
  expect(await undo.all()).toEqual([]);
});
