import type { Quota, Reservation } from "@/lib/lufthansa/quota";
import type { WorkClass } from "@/lib/model/work-class";

/** `works`: what each reserved call was made for. */
export type FakeQuota = Quota & { reserved: number; marked: number; works: WorkClass[] };

/** A quota that counts and never refuses, until it is told otherwise. */
export function fakeQuota(
  next: () => Reservation = () => ({ kind: "go", waitMs: 0 }),
  hourEndsAt = new Date("2030-05-01T11:00:00Z"),
): FakeQuota {
  let spent = false;
  const quota: FakeQuota = {
    reserved: 0,
    marked: 0,
    works: [],
    async reserve(work = "usual") {
      if (spent) return { kind: "spent", until: hourEndsAt };
      const reservation = next();
      if (reservation.kind === "spent") return reservation;
      quota.reserved += 1;
      quota.works.push(work);
      return reservation;
    },
    async markSpent() {
      spent = true;
      quota.marked += 1;
      return hourEndsAt;
    },
  };
  return quota;
}
