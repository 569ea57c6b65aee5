import { describe, expect, test } from "vitest";
import { ofInformation, ofSchedule, ofStatus } from "./observe-one";
import { informationAnswer, informationFlight, readAnswer } from "./sent-answers";

const carrier = (AirlineID: unknown, FlightNumber?: unknown) => ({
  AirlineID,
  ...(FlightNumber === undefined ? {} : { FlightNumber }),
});

describe("carrier and number", () => {
  test("as sent, the number with its zeros and as a value", () => {
    expect(ofStatus({ OperatingCarrier: carrier(" lh ", " 050 ") })).toMatchObject({
      carrier: "LH",
      number: 50,
      numberText: "050",
      suffix: "",
    });
  });

  test("a number of 2017 gives its digits; nothing is padded", () => {
    expect(ofStatus({ OperatingCarrier: carrier("LH", 26) })).toMatchObject({
      number: 26,
      numberText: "26",
    });
  });

  test("a letter behind it is its suffix", () => {
    expect(ofStatus({ OperatingCarrier: carrier("LH", "400a") })).toMatchObject({
      number: 400,
      numberText: "400",
      suffix: "A",
    });
  });

  test.each(["4Y", "X3", "EZS"])("%s is a carrier", (code) => {
    expect(ofStatus({ OperatingCarrier: carrier(code, "1") })?.carrier).toBe(code);
  });

  test("the marketing carrier is the flight where nobody else operates it", () => {
    for (const operating of [undefined, null, {}, { AirlineID: "" }]) {
      expect(ofStatus({ OperatingCarrier: operating })).toMatchObject({
        carrier: "LH",
        number: 900,
        codeshares: [],
      });
    }
    expect(ofSchedule()).toMatchObject({ carrier: "LH", number: 900, codeshares: [] });
  });

  test("a schedule that names another carrier keeps it, number unknown, and the number it is sold under", () => {
    expect(ofSchedule({ OperatingCarrier: carrier("CL") })).toMatchObject({
      carrier: "CL",
      number: 0,
      numberText: "",
      suffix: "",
      codeshares: [{ carrier: "LH", number: 900, numberText: "900", suffix: "" }],
    });
  });

  test("a schedule that names the same carrier, or gives it a number, says which flight it is", () => {
    expect(ofSchedule({ OperatingCarrier: carrier("LH") })).toMatchObject({
      carrier: "LH",
      number: 900,
      codeshares: [],
    });
    expect(ofSchedule({ OperatingCarrier: carrier("CL", "2014") })).toMatchObject({
      carrier: "CL",
      number: 2014,
      codeshares: [{ carrier: "LH", number: 900 }],
    });
  });

  test("flight status under another number is a codeshare", () => {
    expect(ofStatus({ MarketingCarrier: carrier("UA", "8843") })).toMatchObject({
      carrier: "LH",
      number: 900,
      codeshares: [{ carrier: "UA", number: 8843, numberText: "8843", suffix: "" }],
    });
    expect(ofStatus()?.codeshares).toEqual([]);
  });

  test("partners of flight information: none, one, several; each once, never the flight itself", () => {
    const partners = (list: unknown) =>
      ofInformation(list === undefined ? {} : { MarketingCarrierList: list })?.codeshares.map(
        (partner) => `${partner.carrier}${partner.numberText}`,
      );
    const [ua, ac] = [carrier("UA", "8843"), carrier("AC", "026")];
    expect(partners(undefined)).toEqual([]);
    expect(partners({})).toEqual([]);
    expect(partners({ MarketingCarrier: ua })).toEqual(["UA8843"]);
    expect(partners({ MarketingCarrier: [ua, ac] })).toEqual(["UA8843", "AC026"]);
    expect(partners({ MarketingCarrier: [ac, ua, carrier("AC", 26), carrier("LH", 900)] })).toEqual(
      ["AC026", "UA8843"],
    );
  });

  test("a partner that cannot be read is noted and left out", () => {
    const list = { MarketingCarrier: [carrier("UA", "88430"), carrier("?", "1"), carrier("AC")] };
    const reading = readAnswer(
      "flight-information",
      informationAnswer(informationFlight({}, { MarketingCarrierList: list })),
    );
    const path = "Flights.Flight[].MarketingCarrierList.MarketingCarrier[]";
    expect(reading.observed[0]?.codeshares).toEqual([]);
    expect(reading.drift.filter(({ kind }) => kind === "unusable_value")).toMatchObject([
      { path: `${path}.FlightNumber`, found: "88430", count: 1, payloadId: "payload-1" },
      { path: `${path}.AirlineID`, found: "?", count: 1 },
      { path: `${path}.FlightNumber`, found: "null", count: 1 },
    ]);
  });
});
