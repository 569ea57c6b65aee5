import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PAYLOAD_STORES, type PayloadStore } from "@/lib/raw/payload-store";
import { bulkContract } from "./bulk-contract";
import type { OpenedStore } from "./opened-store";
import { outageContract } from "./outage-contract";
import { payloadEntry } from "./payload-entry";
import { sweepContract } from "./sweep-contract";

const bodies: [string, Uint8Array][] = [
  ["JSON", Buffer.from('{"AirportResource":{"Airports":{"Airport":[]}},"name":"Zürich"}')],
  ["every byte", Uint8Array.from({ length: 256 }, (_, index) => index)],
  ["no byte at all", new Uint8Array(0)],
  ["text that is not UTF-8", Buffer.from("Z\xfcrich", "latin1")],
  ["something that looks compressed", gzipSync("inner")],
  ["5 MB that cannot be compressed", randomBytes(5 * 1024 * 1024)],
  ["14 MB that cannot be compressed", randomBytes(14 * 1024 * 1024)],
];

/** What every raw store does, whatever it is made of. `open` gives an empty one. */
export function payloadStoreContract(
  name: string,
  open: () => Promise<OpenedStore>,
  skipped: string | null = null,
): void {
  describe.skipIf(skipped)(skipped ? `${name} (${skipped})` : name, () => {
    let opened: OpenedStore;
    let store: PayloadStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    beforeEach(() => empty(store));
    afterAll(() => opened?.close());

    test.each(bodies)("gives back exactly what was saved: %s", async (_, body) => {
      const entry = payloadEntry(body);
      const hash = createHash("sha256").update(body).digest("hex");
      expect(await store.save(entry)).toEqual({ hash, bytes: body.length });
      const found = await store.find(entry.id);
      expect(Buffer.compare(found?.answer.body ?? Buffer.from("nothing"), body)).toBe(0);
      const meta = { ...found, answer: { ...found?.answer, body: null } };
      expect(meta).toEqual({
        ...entry,
        answer: { ...entry.answer, body: null },
        hash,
        bytes: body.length,
      });
    });

    test("finds nothing under an id that was never saved", async () => {
      expect(await store.find(payloadEntry("x").id)).toBeNull();
      expect(PAYLOAD_STORES).toContain(store.kind);
    });

    test("keeps a body once, however many answers have it", async () => {
      const entries = [payloadEntry("same"), payloadEntry("same"), payloadEntry("other one")];
      for (const entry of entries) await store.save(entry);
      expect(await store.stats()).toEqual({
        answers: 3,
        bodies: 2,
        bytes: 4 + 9,
        storedBytes: expect.any(Number),
      });
      const saved = await Promise.all(entries.map(({ id }) => store.find(id)));
      expect(saved.map((payload) => text(payload?.answer.body))).toEqual([
        "same",
        "same",
        "other one",
      ]);
    });

    test("compresses bodies, and says how large they are kept", async () => {
      await store.save(payloadEntry("airport ".repeat(10_000)));
      const { bytes, storedBytes } = await store.stats();
      expect(bytes).toBe(80_000);
      expect(storedBytes).toBeGreaterThan(20);
      expect(storedBytes).toBeLessThan(1_000);
    });

    test("saves an id once: what comes later under it changes nothing", async () => {
      const first = payloadEntry("first");
      await store.save(first);
      await store.save(first);
      await store.save({ ...payloadEntry("second"), id: first.id });
      expect(await store.listIds(null, 10)).toEqual([first.id]);
      expect(text((await store.find(first.id))?.answer.body)).toBe("first");
    });

    test("takes 50 savers of one body at once, and 20 of one answer", async () => {
      const body = randomBytes(50_000);
      const entries = Array.from({ length: 50 }, () => payloadEntry(body));
      const twins = Array.from({ length: 20 }, () => entries[0] ?? payloadEntry(body));
      await Promise.all([...entries, ...twins].map((entry) => store.save(entry)));
      expect(await store.stats()).toMatchObject({ answers: 50, bodies: 1, bytes: 50_000 });
      expect(await store.listIds(null, 100)).toEqual(entries.map(({ id }) => id));
    });

    test("lists ids in order, page by page, each once", async () => {
      const ids = Array.from({ length: 7 }, () => payloadEntry("x")).map(({ id }) => id);
      for (const id of ids.toReversed()) await store.save({ ...payloadEntry(id), id });
      const pages: string[][] = [];
      for (let after: string | null = null; ; after = pages.at(-1)?.at(-1) ?? null) {
        const page: string[] = await store.listIds(after, 3);
        if (page.length === 0) break;
        pages.push(page);
      }
      expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
      expect(pages.flat()).toEqual(ids);
    });

    test("refuses a body that is too large even when compressed, and keeps nothing of it", async () => {
      const entry = payloadEntry(randomBytes(16 * 1024 * 1024));
      await expect(store.save(entry)).rejects.toMatchObject({
        code: "payload_too_large",
        message: expect.stringContaining("It was not kept"),
      });
      expect(await store.stats()).toMatchObject({ answers: 0, bodies: 0 });
    });

    test.each([
      ["another body", gzipSync("forged")],
      ["rubbish", Buffer.from("not compressed at all")],
      ["nothing", null],
    ])("says that the store is damaged where a body was replaced by %s", async (_, packed) => {
      const entry = payloadEntry("the original");
      const { hash } = await store.save(entry);
      await opened.tamper(hash, packed);
      await expect(store.find(entry.id)).rejects.toMatchObject({
        name: "AppError",
        message: expect.stringContaining(`the body ${hash} is not as it was kept`),
      });
    });

    test("never keeps a secret of a request or an answer", async () => {
      const { answer, ...entry } = payloadEntry("body");
      const careless = {
        ...answer,
        authorization: "Bearer SECRET-1",
        query: { ...answer.query, client_secret: "SECRET-2", api_key: "SECRET-3" },
        headers: { ...answer.headers, "set-cookie": "SECRET-4", authorization: "SECRET-5" },
      };
      await store.save({ ...entry, answer: careless });
      expect(await opened.dump()).toContain("mds-references");
      expect(await opened.dump()).not.toContain("SECRET");
      expect((await store.find(entry.id))?.answer).toMatchObject({ query: answer.query });

      const token = { ...answer, path: "/oauth/token", body: Buffer.from("SECRET-6") };
      await expect(store.save({ ...entry, answer: token })).rejects.toThrow("is not kept");
    });

    bulkContract(() => opened);
    sweepContract(() => opened);
    outageContract(() => opened);
  });
}

const text = (body: Uint8Array | undefined) => (body ? Buffer.from(body).toString() : null);

async function empty(store: PayloadStore): Promise<void> {
  await store.remove(await store.listIds(null, 1_000));
  // Bodies of the test before are a few milliseconds old.
  await sleep(5);
  await store.sweep(new Date(Date.now() + 1_000));
}
