import { z } from "zod";
import { FLIGHT_VOICES } from "@/lib/model/stream";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { FlightId, FlightTime } from "./flights";

/** What one answer, or a person, says of a flight. */
export const FlightPayload = z
  .object({
    stream: z.enum(FLIGHT_VOICES).meta({ description: "`manual`: a person said it" }),
    observed_at: Instant.meta({ description: "When the answer was received, or it was said" }),
    payload_id: z.string().nullable().meta({
      description: "The answer at /api/payloads/{id}; null where a person said it",
    }),
    item: z.number().int().meta({ description: "Place in the answer, from 0" }),
    window: z.string().nullable().meta({ description: "What was asked" }),
    flight_number: z.string().nullable(),
    codeshares: z.array(z.string()),
    said: z.record(z.string(), z.union([FlightTime, z.string(), z.number()])).meta({
      description: "What it says of the flight, by field; what it does not say is not there",
    }),
  })
  .meta({ id: "FlightPayload" });
export type FlightPayload = z.infer<typeof FlightPayload>;

export const listFlightPayloads = defineEndpoint({
  id: "listFlightPayloads",
  method: "GET",
  path: "/api/flights/{id}/payloads",
  summary: "Which answers tell of a flight, and what each says, oldest first",
  description: "The flight's row and events are what these add up to.",
  tag: "Raw data",
  access: "viewer",
  params: FlightId,
  response: z.array(FlightPayload),
  errors: ["not_found"],
});
