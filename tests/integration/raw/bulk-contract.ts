import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { PayloadEntry } from "@/lib/raw/payload-store";
import type { OpenedStore } from "./opened-store";
import { payloadEntry } from "./payload-entry";

/** An answer with its body as text: stores give it as another kind of bytes. */
const told = (payload: PayloadEntry | null | undefined) => {
  if (!payload) return null;
  const { id, stream, window, runId, answer } = payload;
  return { id, stream, window, runId, ...answer, body: Buffer.from(answer.body).toString("hex") };
};

/** What saving and finding many at once must do, in whatever store. */
export function bulkContract(open: () => OpenedStore): void {
  const saved = async (count: number) => {
    const entries = Array.from({ length: count }, (_, index) => payloadEntry(`body ${index % 3}`));
    await open().store.saveMany(entries);
    return entries;
  };
  const found = async (ids: readonly string[]) => (await open().store.findMany(ids)).found;

  test("keeps many at once as it keeps each one: whole, each body once, an id for ever", async () => {
    const { store } = open();
    const [first, ...others] = await saved(7);
    if (!first) throw new Error("nothing was saved");
    expect(await store.stats()).toMatchObject({ answers: 7, bodies: 3 });
    const late = { ...payloadEntry("another body"), id: first.id };
    const young = payloadEntry("body 1");
    await store.saveMany([late, young, ...others]);
    expect(await store.stats()).toMatchObject({ answers: 8, bodies: 4 });
    expect(told(await store.find(first.id))).toEqual(told(first));
    expect(told(await store.find(young.id))).toEqual(told(young));
    await store.saveMany([]);
  });

  test("takes many savers of the same answers at once", async () => {
    const entries = Array.from({ length: 40 }, () => payloadEntry(randomBytes(2_000)));
    await Promise.all(
      [entries, entries.toReversed(), entries.slice(10)].map((many) => open().store.saveMany(many)),
    );
    expect(await open().store.stats()).toMatchObject({ answers: 40, bodies: 40 });
  });

  test("takes bodies that are too large for one statement together", async () => {
    const entries = Array.from({ length: 4 }, () => payloadEntry(randomBytes(9 * 1024 * 1024)));
    await open().store.saveMany(entries);
    const [last] = entries.slice(-1);
    expect(await found(last ? [last.id] : [])).toHaveLength(1);
  });

  test("finds many at once, leaves out what is not there, and names what is damaged", async () => {
    const { store, tamper } = open();
    const entries = await saved(3);
    const whole = payloadEntry("whole");
    await store.save(whole);
    const ids = [...entries, whole].map(({ id }) => id);
    const all = await found([...ids, payloadEntry("never saved").id]);
    expect(all.map(({ id }) => id).sort()).toEqual(ids);
    expect(told(all.find(({ id }) => id === whole.id))).toEqual(told(whole));

    const [forged, gone, kept] = all.filter(({ id }) => id !== whole.id);
    await tamper(forged?.hash ?? "", gzipSync("forged"));
    await tamper(gone?.hash ?? "", null);
    const after = await store.findMany(ids);
    expect(after.damaged.sort()).toEqual([forged?.id, gone?.id].sort());
    expect(after.found.map(({ id }) => id).sort()).toEqual([kept?.id, whole.id].sort());
    expect(await store.findMany([])).toEqual({ found: [], damaged: [] });
  });
}
