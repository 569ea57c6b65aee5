import type { Station } from "./stations";

/** Another carrier's number for a flight. */
export type Partner = { carrier: string; number: number };

export type ServiceKind = "air" | "rail" | "bus" | "cargo";

/**
 * What a number does on each of its days: leaves `stops[0]` at a local minute of the day, and goes on from stop to
 * stop. `carrier` operates it; `seller` is whose number it is (CL flies under numbers of LH).
 */
export type Service = {
  carrier: string;
  seller: string;
  number: number;
  stops: readonly Station[];
  departs: number;
  /** Minutes in the air and on the ground, leg by leg. */
  blocks: readonly number[];
  ground: number;
  /** Weekdays of the departure from the first stop: `1234567`. */
  days: string;
  only: "summer" | "winter" | null;
  /** Minutes by which the winter's departure is later. */
  winterShift: number;
  kind: ServiceKind;
  aircraft: string;
  partners: readonly Partner[];
};

/** Numbers are three digits long at least (API.md section 5). */
export const numberText = (number: number) => String(number).padStart(3, "0");

/** Who sells the seats of those that fly for another. */
const SELLERS: Record<string, string> = { CL: "LH", "2L": "LX" };
export const sellerOf = (carrier: string) => SELLERS[carrier] ?? carrier;
