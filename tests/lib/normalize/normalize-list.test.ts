import { describe, expect, test } from "vitest";
import { normalizeAirlines } from "@/lib/normalize/airlines";

/** Airlines are the smallest records with two fields that a twin can fill. */
const airline = (code: unknown, name?: string, icao?: string) => ({
  ...(code !== undefined && { AirlineID: code }),
  ...(icao && { AirlineID_ICAO: icao }),
  Names: name ? { Name: { "@LanguageCode": "EN", $: name } } : {},
});

const normalize = (
  items: readonly unknown[],
  { codeBefore = null, ahead = [] }: { codeBefore?: string | null; ahead?: unknown[] } = {},
) => normalizeAirlines({ items, codeBefore, ahead }, { countryOfAirline: () => null });

describe("twins", () => {
  test("the first one wins, its empty fields are filled from later ones, which are rejects", () => {
    const { records, rejects } = normalize([
      airline("4Y", undefined, "OCN"),
      airline("4Y", "Discover Airlines", "BGA"),
      airline("4Y", "Another Name"),
    ]);
    expect(records).toEqual([
      {
        index: 0,
        record: { code: "4Y", icaoCode: "OCN", name: "Discover Airlines", countryCode: null },
      },
    ]);
    expect(rejects).toMatchObject([
      { rule: "duplicate_code", key: "4Y", field: "AirlineID", value: "4Y", index: 1 },
      { rule: "duplicate_code", key: "4Y", index: 2 },
    ]);
    expect(JSON.parse(rejects[0]?.sample ?? "")).toEqual(airline("4Y", "Discover Airlines", "BGA"));
  });

  test("a twin of the record before the window is a reject, and nothing else", () => {
    const { records, rejects, lastCode } = normalize([airline("LH", "Lufthansa Group")], {
      codeBefore: "LH",
    });
    expect(records).toEqual([]);
    expect(rejects).toMatchObject([{ rule: "duplicate_code", key: "LH" }]);
    expect(lastCode).toBe("LH");
  });

  test("a window without records passes on the code before it", () => {
    expect(normalize([], { codeBefore: "LH" }).lastCode).toBe("LH");
    expect(normalize([airline("?")], { codeBefore: "LH" }).lastCode).toBe("LH");
  });

  test("records ahead fill the last one and are counted nowhere", () => {
    const { records, rejects, isOpen } = normalize([airline("LH", undefined, "DLH")], {
      ahead: [airline("LH", "Lufthansa"), airline("LI", "Liat")],
    });
    expect(records[0]?.record).toMatchObject({ name: "Lufthansa", icaoCode: "DLH" });
    expect(rejects).toEqual([]);
    expect(isOpen).toBe(false);
  });

  test("the last record is open only while it lacks something and nothing else was seen behind it", () => {
    const lacking = [airline("LH", "Lufthansa")];
    expect(normalize(lacking).isOpen).toBe(true);
    expect(normalize(lacking, { ahead: [airline("LH")] }).isOpen).toBe(true);
    expect(normalize(lacking, { ahead: [airline("LI")] }).isOpen).toBe(false);
    expect(normalize([airline("LH", "Lufthansa", "DLH")]).isOpen).toBe(false);
    expect(normalize([]).isOpen).toBe(false);
  });
});

describe("records that cannot be kept", () => {
  test.each([
    ["missing_code", airline(undefined, "Nobody"), "AirlineID", null],
    ["missing_code", airline("  ", "Blank"), "AirlineID", "  "],
    ["missing_code", airline(null, "Null"), "AirlineID", null],
    ["invalid_code", airline("L?", "Odd"), "AirlineID", "L?"],
    ["invalid_code", airline({ code: "LH" }, "Nested"), "AirlineID", '{"code":"LH"}'],
    ["unreadable_record", "LH", null, "LH"],
    ["unreadable_record", ["LH"], null, '["LH"]'],
    ["unreadable_record", null, null, null],
  ])("%s: %j", (rule, item, field, value) => {
    const { records, rejects } = normalize([item, airline("LX", "Swiss")]);
    expect(records.map(({ record }) => record.code)).toEqual(["LX"]);
    expect(rejects).toMatchObject([{ rule, field, value, index: 0 }]);
    expect(rejects[0]?.key).not.toBe("");
    expect(rejects[0]?.sample).toBe(JSON.stringify(item));
  });

  test("every item becomes one record or one reject", () => {
    const items = [airline("LH"), airline("LH"), airline("?"), 7, airline("LX"), airline("LH")];
    const { records, rejects } = normalize(items);
    const places = [...records, ...rejects].map(({ index }) => index).sort();
    expect(places).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

test("codes are trimmed and upper-cased, names trimmed", () => {
  const { records } = normalize([airline(" lh ", "  Lufthansa ", " dlh ")]);
  expect(records[0]?.record).toEqual({
    code: "LH",
    icaoCode: "DLH",
    name: "Lufthansa",
    countryCode: null,
  });
});

test("the country of an airline is asked for with what is known of it, twins included", () => {
  const { records } = normalizeAirlines(
    { items: [airline("LH", "Lufthansa"), airline("LH", "x", "DLH")], codeBefore: null, ahead: [] },
    {
      countryOfAirline: ({ code, icaoCode }) => (code === "LH" && icaoCode === "DLH" ? "DE" : null),
    },
  );
  expect(records[0]?.record.countryCode).toBe("DE");
});
