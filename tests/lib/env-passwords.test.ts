import { expect, it } from "vitest";
import { readEnv } from "@/lib/env";

it("an administrator's password that nobody may have is refused before anything starts, and not shown", () => {
  const read = () => readEnv({ ADMIN_PASSWORD: "elevenchars" });
  expect(read).toThrow(/at least 12 characters[\s\S]*ADMIN_PASSWORD/);
  expect(read).not.toThrow(/elevenchars/);
  expect(readEnv({ ADMIN_PASSWORD: "twelve chars" }).ADMIN_PASSWORD).toBe("twelve chars");
  expect(readEnv({ ADMIN_PASSWORD: "" }).ADMIN_PASSWORD).toBeUndefined();
});
