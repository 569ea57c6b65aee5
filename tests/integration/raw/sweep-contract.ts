import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { OpenedStore } from "./opened-store";
import { payloadEntry } from "./payload-entry";

/** What happens to bodies that no answer refers to. */
export function sweepContract(opened: () => OpenedStore): void {
  /** Bodies that no answer refers to, as a saver leaves one that is killed between body and answer. */
  async function orphans(bodies: readonly string[]): Promise<Date> {
    const { store } = opened();
    const entries = bodies.map((body) => payloadEntry(body));
    await Promise.all(entries.map((entry) => store.save(entry)));
    expect(await store.remove(entries.map(({ id }) => id))).toBe(bodies.length);
    await sleep(20);
    return new Date();
  }

  describe("removing and sweeping", () => {
    test("removes answers and says how many there were; bodies stay until the sweep", async () => {
      const { store } = opened();
      const [kept, gone] = [payloadEntry("kept"), payloadEntry("gone")];
      await store.save(kept);
      await store.save(gone);
      expect(await store.remove([gone.id, payloadEntry("never saved").id])).toBe(1);
      expect(await store.remove([])).toBe(0);
      expect(await store.find(gone.id)).toBeNull();
      expect(await store.stats()).toMatchObject({ answers: 1, bodies: 2 });
      await sleep(20);
      expect(await store.sweep(new Date())).toBe(1);
      expect(await store.stats()).toMatchObject({ answers: 1, bodies: 1 });
      expect(await store.find(kept.id)).not.toBeNull();
    });

    test("leaves a body as long as one answer refers to it", async () => {
      const { store } = opened();
      const [one, two] = [payloadEntry("shared"), payloadEntry("shared")];
      await store.save(one);
      await store.save(two);
      await store.remove([one.id]);
      await sleep(20);
      expect(await store.sweep(new Date())).toBe(0);
      expect(await store.find(two.id)).not.toBeNull();
    });

    test("leaves young orphans: their answer may be on its way", async () => {
      const { store } = opened();
      const before = new Date(Date.now() - 60_000);
      await orphans(["young"]);
      expect(await store.sweep(before)).toBe(0);
      expect(await store.stats()).toMatchObject({ answers: 0, bodies: 1 });
    });

    test("an orphan is adopted by the next equal answer and is young again", async () => {
      const { store } = opened();
      const before = await orphans(["adopted"]);
      const entry = payloadEntry("adopted");
      await store.save(entry);
      expect(await store.stats()).toMatchObject({ answers: 1, bodies: 1 });
      await store.remove([entry.id]);
      expect(await store.sweep(before)).toBe(0);
    });

    test("sweeps more orphans than one batch holds", async () => {
      const { store } = opened();
      const before = await orphans(Array.from({ length: 230 }, (_, index) => `orphan ${index}`));
      expect(await store.sweep(before)).toBe(230);
    });

    test("a sweep during saving costs no answer its body", async () => {
      const { store, checksWhileDeleting } = opened();
      const texts = Array.from({ length: 120 }, (_, index) => `body ${index}`);
      const before = await orphans(texts);
      // Every second orphan is adopted meanwhile; a server that cannot look again while it deletes sees new bodies instead.
      const entries = texts
        .filter((_, index) => index % 2 === 0)
        .map((body) => payloadEntry(checksWhileDeleting ? body : `new ${body}`));
      const saving = entries.map((entry) => store.save(entry));
      const sweeping = [store.sweep(before), store.sweep(before), store.sweep(before)];
      await Promise.all([...saving, ...sweeping]);
      for (const { id } of entries) expect(await store.find(id)).not.toBeNull();
      expect(await store.stats()).toMatchObject({ answers: 60, bodies: 60 });
    });
  });
}
