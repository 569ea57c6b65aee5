import type { StreamName } from "@/lib/model/stream";

/** Streams as people call them. */
export const STREAM_NAMES: Record<StreamName, string> = {
  countries: "Countries",
  airlines: "Airlines",
  aircraft: "Aircraft",
  cities: "Cities",
  airports: "Airports",
  schedules: "Schedules",
  "flight-status": "Flight status",
  "flight-information": "Flight information",
};
