import type { Network } from "./network";

/** Carriers of other groups: flight status shows all that fly at an airport (API.md 5.3). */
const PARTNERS: readonly (readonly [carrier: string, base: string, routes: string])[] = [
  [
    "BA",
    "LHR",
    "FRA:5 MUC:4 ZRH:6 VIE:4 BRU:4 CDG:6 AMS:7 DUS:3 HAM:3 BER:5 GVA:6 MAD:4 BCN:4 LIS:3 FCO:5 MXP:3 ARN:4 CPH:4 ATH:3 DUB:4",
  ],
  [
    "AF",
    "CDG",
    "FRA:5 MUC:5 ZRH:5 VIE:4 BRU:2 LHR:6 AMS:5 DUS:3 HAM:3 BER:4 GVA:3 MAD:5 BCN:5 LIS:4 FCO:5 MXP:5 CPH:3 ARN:3",
  ],
  ["KL", "AMS", "FRA:5 MUC:5 ZRH:5 VIE:4 BRU:4 LHR:6 CDG:5 DUS:4 HAM:4 BER:5"],
  ["IB", "MAD", "FRA:4 MUC:4 ZRH:3 VIE:2 BRU:4 LHR:4 CDG:4 DUS:2"],
  ["TK", "IST", "FRA:5 MUC:5 ZRH:4 VIE:5 BRU:4 LHR:6 CDG:5 DUS:4 HAM:3 BER:5 KTM:1 JFK:2 HND:1"],
  ["LO", "WAW", "FRA:3 MUC:3 ZRH:2 VIE:3 BRU:3 LHR:3 CDG:3 DUS:2 HAM:2"],
  ["SK", "CPH", "FRA:3 MUC:3 ZRH:3 VIE:2 BRU:3 LHR:4 CDG:3 DUS:2 HAM:3 BER:2"],
  ["TP", "LIS", "FRA:3 MUC:3 ZRH:3 VIE:2 BRU:3 LHR:4 CDG:4 DUS:2 HAM:2"],
  ["A3", "ATH", "FRA:2 MUC:3 ZRH:2 VIE:2 BRU:2 LHR:3 CDG:2 DUS:1"],
  ["AY", "HEL", "FRA:3 MUC:2 ZRH:2 VIE:2 BRU:2 LHR:4 CDG:2 DUS:1 HAM:1"],
  ["EI", "DUB", "FRA:3 MUC:2 ZRH:2 VIE:1 BRU:3 LHR:7 CDG:3 DUS:2"],
  ["OU", "ZAG", "FRA:2 MUC:2 ZRH:2 VIE:2 BRU:1 LHR:1"],
  [
    "DE",
    "FRA",
    "PMI:3 LPA:1 TFS:1 FUE:1 ACE:1 FNC:1 HER:2S RHO:2S KGS:2S CFU:1S AYT:2 HRG:1 SID:0.4 BER:2 HAM:2 VIE:2 ZRH:2 PRG:1 MXP:1 FCO:1",
  ],
  ["XQ", "AYT", "FRA:3S MUC:2S ZRH:1S VIE:1 BRU:2S DUS:3 HAM:2 CGN:2 STR:2"],
];

const LONG: readonly (readonly [carrier: string, base: string, routes: string])[] = [
  ["BA", "LHR", "JFK:7 EWR:2 BOS:3 IAD:2 ORD:2 LAX:2 HND:2 SIN:2 DEL:2 JNB:2"],
  ["VS", "LHR", "JFK:4 BOS:1 LAX:2 ATL:2 MIA:1"],
  ["AA", "JFK", "LHR:4 CDG:1 MXP:1 MAD:1"],
  ["DL", "JFK", "FRA:1 LHR:2 CDG:2 AMS:2 FCO:1 ZRH:1S"],
  ["UA", "EWR", "FRA:1 MUC:1 ZRH:1 BRU:1 LHR:4 CDG:2 HND:1 VIE:1S"],
  ["UA", "IAD", "FRA:2 MUC:1 ZRH:1 BRU:1 LHR:3 VIE:1S"],
  ["UA", "ORD", "FRA:1 MUC:1 ZRH:1 BRU:1 LHR:2"],
  ["UA", "SFO", "FRA:1 MUC:1 ZRH:0.6 LHR:2"],
  ["B6", "JFK", "LHR:2 CDG:1"],
  ["AF", "CDG", "JFK:5 YUL:2 LAX:2"],
  ["AC", "YYZ", "FRA:2 MUC:1 ZRH:1 VIE:1 BRU:1 LHR:3"],
  ["AC", "YUL", "FRA:1 ZRH:0.6 BRU:0.7"],
  ["CA", "PEK", "FRA:1 MUC:1 VIE:0.6"],
  ["NH", "HND", "FRA:2 MUC:1 VIE:0.6 BRU:0.4 JFK:2 EWR:1"],
  ["TG", "BKK", "FRA:2 MUC:2 ZRH:1 BRU:0.7 VIE:0.6"],
  ["EK", "DXB", "FRA:3 MUC:3 ZRH:2 VIE:2 BRU:2"],
  ["QR", "DOH", "FRA:2 MUC:2 ZRH:2 VIE:2 BRU:1 KTM:2"],
  ["ET", "ADD", "FRA:2 VIE:1 BRU:1 ZRH:0.4"],
  ["MS", "CAI", "FRA:2 MUC:1 ZRH:0.7 VIE:1 BRU:0.6"],
  ["NZ", "AKL", "HNL:0.7"],
  ["HA", "HNL", "AKL:0.4"],
];

/** They depart in the small hours, in the hour that a change of clocks skips or repeats. */
const NIGHT: readonly (readonly [carrier: string, base: string, routes: string])[] = [
  ["PC", "VIE", "SAW:1 AYT:1"],
  ["EW", "CGN", "HRG:1 AYT:1S LPA:1W"],
  ["XQ", "BRU", "AYT:1"],
  ["TK", "BER", "IST:1"],
  ["AF", "CDG", "CAI:1"],
  ["B6", "JFK", "MIA:1"],
];

const networks = (
  rows: readonly (readonly [string, string, string])[],
  rhythm: Network["rhythm"],
  firstNumber: number,
): Network[] =>
  rows.map(([carrier, base, routes]) => ({ carrier, base, rhythm, firstNumber, routes }));

export const OTHER_NETWORKS: readonly Network[] = [
  ...networks(PARTNERS, "spread", 900),
  ...networks(LONG, "long", 8),
  ...networks(NIGHT, "night", 1990),
];
