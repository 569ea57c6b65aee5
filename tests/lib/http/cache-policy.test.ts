import { describe, expect, it } from "vitest";
import type { Keeping } from "@/lib/contract/endpoint";
import { endpoints } from "@/lib/contract/endpoints";
import { cacheControl, isShared, keepingOf, varyOf } from "@/lib/http/cache-policy";

/** Every read of the contract: a new one must be put where it belongs. Whatever is no read is kept nowhere. */
const READS: Readonly<Record<Keeping, readonly string[]>> = {
  data: [
    ...["listAirports", "listAirportPositions", "getAirport", "listAirlines", "getAirline"],
    ...["listAircraft", "getAircraft", "listCountries", "getCountry", "listCities", "getCity"],
    ...["listFlights", "getFlight", "listRouteFlights", "listFlightEvents"],
    ...["listFlightCodeshares", "listEvents", "listCodeshares", "listRoutes", "getRoute"],
    ...["getStats", "listFlightStats"],
  ],
  minute: ["getOverview"],
  reply: [
    ...["getApiRoot", "getTracked", "getAccount", "getCoverageGaps", "listCoverageDays"],
    ...["listCoverageTotals", "listCoverageWindows", "listRejects", "getReject", "listUnreadable"],
    ...["listDrift", "getDrift", "listPayloads", "getPayload", "listFlightPayloads"],
  ],
  document: ["getOpenApi", "getClient"],
  never: [
    ...["getHealth", "getLiveness", "getQuota", "listRuns", "getRun", "listKeys", "getKey"],
    ...["listUsers", "getUser", "listAudit", "exportFlights", "exportAirports"],
  ],
};
const OPEN = new Set(["anybody", "reader"]);

describe("how an answer is kept", () => {
  it("is decided for every read of the contract", () => {
    const reads = endpoints.filter(({ method }) => method === "GET");
    const decided = reads.map((endpoint) => `${keepingOf(endpoint)} ${endpoint.id}`);
    const wanted = Object.entries(READS).flatMap(([kept, ids]) => ids.map((id) => `${kept} ${id}`));
    expect(decided.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))("%s", (_, endpoint) => {
    const keeping = keepingOf(endpoint);
    if (endpoint.method !== "GET") expect(keeping).toBe("never");
    // Shared by all who ask: so only where all get the same.
    if (isShared(endpoint)) expect(endpoint.access).toBe("reader");
    // What only some may see, or everybody only at times, must not be handed on by a proxy.
    if (endpoint.access !== "anybody") expect(varyOf(endpoint)).toBe("Authorization, Cookie");
    if (!OPEN.has(endpoint.access) && keeping !== "never") {
      expect(cacheControl(keeping, { named: true })).toMatch(/^private, max-age=0/);
    }
  });

  it.each([
    ["data", false, "public, max-age=0, must-revalidate"],
    ["data", true, "private, max-age=0, must-revalidate"],
    ["minute", false, "public, max-age=0, must-revalidate"],
    ["reply", true, "private, max-age=0, must-revalidate"],
    ["document", false, "public, max-age=300, must-revalidate"],
    ["document", true, "private, max-age=300, must-revalidate"],
    ["never", false, "no-store"],
    ["never", true, "no-store"],
  ] as const)("%s, asked by somebody known: %s, says %s", (keeping, named, header) => {
    expect(cacheControl(keeping, { named })).toBe(header);
  });
});
