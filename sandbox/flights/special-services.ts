/** One number with two legs, or with a time of its own. `departs` is local, `ground` the stay at the stop in minutes. */
export type SpecialService = {
  carrier: string;
  number: number;
  stops: readonly string[];
  departs: string;
  ground: number;
  days: string;
  kind: "air" | "rail" | "bus" | "cargo";
  aircraft: string;
};

const through = (
  carrier: string,
  number: number,
  stops: string,
  departs: string,
  days: string,
  aircraft: string,
): SpecialService => ({
  carrier,
  number,
  stops: stops.split("-"),
  departs,
  ground: 75,
  days,
  kind: "air",
  aircraft,
});

const NON_STOP_GROUND = 0;

const ride = (
  carrier: string,
  number: number,
  stops: string,
  departs: string,
  kind: "rail" | "bus",
  aircraft: string,
): SpecialService => ({
  carrier,
  number,
  stops: stops.split("-"),
  departs,
  ground: NON_STOP_GROUND,
  days: "1234567",
  kind,
  aircraft,
});

/** From 05 to 20 o'clock every two hours, there and back. */
function line(
  carrier: string,
  first: number,
  ends: string,
  kind: "rail" | "bus",
  aircraft: string,
) {
  const [here = "", there = ""] = ends.split("-");
  return Array.from({ length: 8 }, (_, index) => {
    const hour = String(5 + index * 2).padStart(2, "0");
    return [
      ride(carrier, first + index * 2, `${here}-${there}`, `${hour}:22`, kind, aircraft),
      ride(carrier, first + index * 2 + 1, `${there}-${here}`, `${hour}:52`, kind, aircraft),
    ];
  }).flat();
}

const freight = (
  carrier: string,
  number: number,
  stops: string,
  departs: string,
): SpecialService => ({
  carrier,
  number,
  stops: stops.split("-"),
  departs,
  ground: 120,
  days: "23456",
  kind: "cargo",
  aircraft: "77X",
});

/** Through numbers (LH568 FRA-LOS-SSG), a number that is two flights on one day (LH569), trains, buses and freighters. */
export const SPECIAL_SERVICES: readonly SpecialService[] = [
  through("LH", 568, "FRA-LOS-SSG", "11:05", "1234567", "333"),
  through("LH", 569, "SSG-LOS-FRA", "20:35", "1234567", "333"),
  through("LH", 569, "LOS-FRA", "10:15", "3", "333"),
  through("LH", 594, "FRA-ABV-PHC", "11:30", "12457", "333"),
  through("LH", 595, "PHC-ABV-FRA", "20:10", "12457", "333"),
  through("LX", 92, "ZRH-GRU-EZE", "22:40", "1234567", "77W"),
  through("LX", 93, "EZE-GRU-ZRH", "14:10", "1234567", "77W"),
  through("SN", 465, "BRU-KGL-EBB", "10:40", "2467", "333"),
  through("SN", 466, "EBB-BRU", "21:05", "2467", "333"),
  through("SN", 229, "BRU-FNA-MLW", "11:15", "1356", "333"),
  through("SN", 230, "MLW-BRU", "21:20", "1356", "333"),
  through("SQ", 26, "SIN-FRA-JFK", "23:55", "1234567", "388"),
  through("SQ", 25, "JFK-FRA-SIN", "20:55", "1234567", "388"),
  through("CX", 289, "HKG-FRA", "00:35", "1234567", "351"),
  through("CX", 288, "FRA-HKG", "13:50", "1234567", "351"),
  ...line("XX", 3601, "QKL-FRA", "rail", "TRN"),
  ...line("XX", 3641, "ZWS-FRA", "rail", "TRN"),
  ...line("OS", 3501, "LZS-VIE", "rail", "TRN"),
  ...line("YY", 7401, "ZDH-ZRH", "rail", "TRN"),
  ...line("YY", 9441, "QLJ-ZRH", "rail", "TRN"),
  ...line("YY", 7601, "ZDJ-ZRH", "bus", "BUS"),
  ...line("LX", 3081, "BSL-ZRH", "bus", "RFS"),
  freight("LH", 8400, "FRA-JFK-ORD", "10:20"),
  freight("LH", 8401, "ORD-FRA", "18:40"),
  freight("LH", 8460, "FRA-HKG", "13:10"),
  freight("LH", 8461, "HKG-FRA", "04:20"),
  freight("LH", 8300, "VIE-DEL", "02:35"),
  freight("LH", 8301, "DEL-VIE", "15:20"),
];
