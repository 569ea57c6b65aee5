import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packBody, unpackBody } from "@/lib/raw/pack-body";

test("any body comes back byte for byte and is named by its sha-256", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (body) => {
      const { hash, bytes, packed } = await packBody(body);
      expect(hash).toBe(createHash("sha256").update(body).digest("hex"));
      expect(bytes).toBe(body.length);
      expect(gunzipSync(packed).equals(body)).toBe(true);
      expect(Buffer.compare(await unpackBody(packed, hash), body)).toBe(0);
    }),
  );
});

test("a body that was cut or changed is never given back as the original", async () => {
  const { hash, packed } = await packBody(Buffer.from("Frankfurt ".repeat(50)));
  const cut = packed.subarray(0, packed.length - 3);
  await expect(unpackBody(cut, hash)).rejects.toThrow(/cannot be decompressed/);
  const other = await packBody(Buffer.from("Berlin"));
  await expect(unpackBody(other.packed, hash)).rejects.toThrow(`its sha-256 is ${other.hash}`);
});
