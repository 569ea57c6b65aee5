import { describe, expect, test } from "vitest";
import type { OpenedStore } from "./opened-store";
import { payloadEntry } from "./payload-entry";
import { startSaver } from "./start-saver";

/** What a store does when its server or its saver goes away. */
export function outageContract(opened: () => OpenedStore): void {
  describe("when something dies", () => {
    test("every function soon says so, and works again when the server is back", async (context) => {
      const { store, outage, patienceSeconds } = opened();
      if (!outage) return context.skip("this server is not ours to stop");
      const kept = payloadEntry("kept");
      await store.save(kept);
      await store.ping();
      await outage.begin();
      const started = Date.now();
      const lost = payloadEntry("lost");
      const works = [
        store.save(lost),
        store.find(kept.id),
        store.listIds(null, 1),
        store.remove([kept.id]),
        store.sweep(new Date(0)),
        store.stats(),
        store.ping(),
      ];
      const ends = await Promise.allSettled(works);
      const seconds = (Date.now() - started) / 1_000;
      await outage.end();
      for (const end of ends) {
        expect(end).toMatchObject({ status: "rejected", reason: { code: "database_unavailable" } });
        expect(String(end.status === "rejected" && end.reason)).not.toContain("hidden-password");
      }
      expect(seconds).toBeLessThan(patienceSeconds);

      await store.ping();
      await store.save(lost);
      expect(await store.listIds(null, 10)).toEqual([kept.id, lost.id]);
    });

    test("a saver killed in the middle leaves answers with bodies, and nothing in the way of the next", async () => {
      const { store, environment } = opened();
      for (const enough of [1, 27]) {
        const saver = startSaver(store.kind, environment);
        const told = await saver.killAfter(enough);
        expect(told.length).toBeGreaterThanOrEqual(enough);
        const ids = await store.listIds(null, 10_000);
        expect(ids).toEqual(expect.arrayContaining(told));
        for (const id of ids) expect(await store.find(id)).toMatchObject({ id });
      }
      const { answers, bodies } = await store.stats();
      // Each of four savers at work may have left the body that it had just kept, in each of two rounds.
      expect(bodies - answers).toBeLessThanOrEqual(8);
      expect(bodies).toBeGreaterThanOrEqual(answers);
    });
  });
}
