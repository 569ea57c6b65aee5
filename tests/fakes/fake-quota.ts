import type { Quota, Reservation } from "@/lib/lufthansa/quota";

export type FakeQuota = Quota & { reserved: number; marked: number };

/** A quota that counts and never refuses, until it is told otherwise. */
export function fakeQuota(
  next: () => Reservation = () => ({ kind: "go", waitMs: 0 }),
  hourEndsAt = new Date("2030-05-01T11:00:00Z"),
): FakeQuota {
  let spent = false;
  const quota: FakeQuota = {
    reserved: 0,
    marked: 0,
    async reserve() {
      if (spent) return { kind: "spent", until: hourEndsAt };
      const reservation = next();
      if (reservation.kind === "go") quota.reserved += 1;
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
