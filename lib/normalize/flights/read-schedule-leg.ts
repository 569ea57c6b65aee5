import { fieldOf, type SentLeg } from "@/lib/lufthansa/flight-responses";
import { toList } from "@/lib/lufthansa/responses";
import { journeyMinutes } from "./journey-minutes";
import { readDesignatorFields, type SentFlight, type SentSide } from "./sent-flight";

/**
 * One leg of a journey (API.md section 5.2). A schedule says what is planned, so a leg in it is `scheduled` and nothing of
 * it has happened.
 */
export function readScheduleLeg({ journey, leg }: SentLeg): SentFlight {
  const equipment = fieldOf(leg, "Equipment");
  const isWholeJourney = toList(fieldOf(journey, "Flight")).length === 1;
  return {
    departure: readSide(fieldOf(leg, "Departure")),
    arrival: readSide(fieldOf(leg, "Arrival")),
    operating: readDesignatorFields(fieldOf(leg, "OperatingCarrier")),
    marketing: toList(fieldOf(leg, "MarketingCarrier")).map(readDesignatorFields),
    aircraftType: fieldOf(equipment, "AircraftCode"),
    registration: undefined,
    statusCode: undefined,
    stops: fieldOf(fieldOf(fieldOf(leg, "Details"), "Stops"), "StopQuantity"),
    blockMinutes: isWholeJourney
      ? journeyMinutes(fieldOf(fieldOf(journey, "TotalJourney"), "Duration"))
      : null,
    status: "scheduled",
    hasDeparted: false,
    hasLanded: false,
  };
}

function readSide(side: unknown): SentSide {
  const terminal = fieldOf(side, "Terminal");
  return {
    airport: fieldOf(side, "AirportCode"),
    scheduled: {
      local: fieldOf(fieldOf(side, "ScheduledTimeLocal"), "DateTime"),
      utc: undefined,
    },
    estimated: null,
    actual: null,
    terminal: fieldOf(terminal, "Name"),
    gate: fieldOf(terminal, "Gate"),
    statusCode: undefined,
  };
}
