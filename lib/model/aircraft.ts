/** An aircraft type by IATA code; `equipmentCode` is the airline's own code for it. */
export type AircraftRecord = { code: string; name: string | null; equipmentCode: string | null };
