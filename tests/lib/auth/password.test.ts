import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/auth/password";

describe("passwords", () => {
  it("knows the password it hashed, and no other", async () => {
    const hashed = await hashPassword("correct horse battery");
    expect(hashed).toMatch(/^\$2[aby]\$11\$/);
    expect(await verifyPassword("correct horse battery", hashed)).toBe(true);
    expect(await verifyPassword("correct horse batterY", hashed)).toBe(false);
  });

  it("refuses fewer than 12 characters, counted as people do, and names the field", async () => {
    await expect(hashPassword("😀😀😀😀😀😀😀😀😀😀😀")).rejects.toMatchObject({
      code: "validation_failed",
      invalidParams: [{ name: "password" }],
    });
  });

  it("counts bytes, not letters, against bcrypt's limit", async () => {
    await expect(hashPassword("é".repeat(37))).rejects.toMatchObject({ code: "validation_failed" });
    const longest = "é".repeat(36);
    const hashed = await hashPassword(longest);
    expect(await verifyPassword(longest, hashed)).toBe(true);
    // bcrypt alone would say yes here, because it cuts at 72 bytes.
    expect(await verifyPassword(`${longest}!`, hashed)).toBe(false);
  });
});
