import type { Service } from "../flights/scheduled-service";
import type { Item } from "../json";
import { seededFraction } from "../seeded";

/** Types on whose legs it was recorded in 2018, or which came after them. */
const LONG_HAUL = new Set(["74H", "744", "388", "346", "343", "333", "359", "789", "77W"]);
const SHARE = 0.7;
/** Of 43 recorded compartments 23 name all comforts. */
const ALL_NAMED = 0.53;

const CLASSES = [
  ["F", "FirstClass"],
  ["C", "BusinessClass"],
  ["E", "PremiumEconomy"],
  ["Y", "Economy"],
] as const;

/** `{ OnBoardEquipment: … }` for most long-haul aircraft of Lufthansa, else nothing (API.md 5.2). */
export function onBoardEquipment({ carrier, number, aircraft }: Service, seed: number): Item {
  const chance = (what: string) => seededFraction(seed, what, carrier, number);
  if (carrier !== "LH" || !LONG_HAUL.has(aircraft) || chance("on board") >= SHARE) return {};
  const comforts =
    chance("comforts") < ALL_NAMED ? { SeatPower: true, Usb: true, LiveTv: true } : {};
  const classes = chance("first class") < 0.8 ? CLASSES : CLASSES.slice(1);
  return {
    OnBoardEquipment: {
      InflightEntertainment: true,
      Compartment: classes.map(([code, name]) => ({
        ClassCode: code,
        ClassDesc: name,
        FlyNet: true,
        ...comforts,
      })),
    },
  };
}
