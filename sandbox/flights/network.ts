/**
 * Who flies where, how often a day. A route is `DESTINATION:flights a day`; less than one is a share of the days of
 * the week (0.4: three days). `S` behind it: in summer only, `W`: in winter only. Every flight comes back. What flies
 * here is like what flies there, and no more than that.
 */
export type Network = {
  carrier: string;
  base: string;
  /** `banks`: waves of a hub; `spread`: over the day; `night`: around half past two; `long`: a long-haul's hours. */
  rhythm: "banks" | "spread" | "night" | "long";
  firstNumber: number;
  routes: string;
};

const FRA_SHORT =
  "BER:14 HAM:14 MUC:13 DUS:6 GVA:6 ZRH:6 BSL:3 VIE:5 LHR:10 CDG:8 LYS:4 NCE:4 MRS:3 TLS:3 BRU:4 AMS:7 CPH:5 ARN:4 " +
  "OSL:4 GOT:3 HEL:3 BLL:2 SVG:1 BGO:1 WAW:4 KRK:4 PRG:5 BUD:5 OTP:4 SOF:4 BEG:3 ZAG:3 SJJ:1 TIA:1 ATH:4 IST:3 SKG:2 MAD:5 " +
  "BCN:6 AGP:2 VLC:2 BIO:3 PMI:3 LIS:4 OPO:3 FAO:1 FCO:6 MXP:5 VCE:4 BLQ:3 NAP:2 CTA:1 MLA:2 LCA:1 TLV:3 CAI:2 ALG:1 TUN:1 CMN:1 " +
  "AMM:1 BEY:1 RIX:2 VNO:2 TLL:2 DUB:3 MAN:4 BHX:3 EDI:3 LCY:4 KEF:1S TOS:1W KTT:0.5W";
const FRA_LONG =
  "JFK:3 EWR:2 BOS:2 IAD:2 ORD:2 MIA:1 ATL:1 DFW:1 IAH:1 DEN:1 LAX:1 SFO:2 SEA:1 YYZ:1 YVR:1 YUL:1 MEX:1 GRU:1 EZE:1 BOG:0.6 " +
  "HND:2 KIX:0.6 ICN:1 PEK:1 PVG:1 HKG:1 BKK:1 SIN:1 DEL:2 BOM:1 BLR:1 MAA:1 HYD:0.6 DXB:1 RUH:1 JNB:1 NBO:0.7 AUS:0.6 STL:0.4";

/** Those named first have the pick of the numbers. */
export const NETWORKS: readonly Network[] = [
  { carrier: "LH", base: "FRA", rhythm: "long", firstNumber: 400, routes: FRA_LONG },
  { carrier: "LH", base: "FRA", rhythm: "banks", firstNumber: 2, routes: FRA_SHORT },
  {
    carrier: "CL",
    base: "FRA",
    rhythm: "banks",
    firstNumber: 1370,
    routes:
      "STR:5 HAJ:5 NUE:5 BRE:4 LEJ:3 DRS:4 FMO:2 LUX:3 GDN:3 WRO:3 POZ:3 KTW:3 LJU:3 TRN:2 BRE:1 PAD:2 RZE:1 SZZ:1 DEB:1S",
  },
  {
    carrier: "EN",
    base: "FRA",
    rhythm: "banks",
    firstNumber: 8770,
    routes: "LIN:5 FLR:4 TRN:3 VRN:3 BRI:1 TRS:2 PSA:2 GOA:2",
  },
  {
    carrier: "4Y",
    base: "FRA",
    rhythm: "spread",
    firstNumber: 2,
    routes:
      "PUJ:0.7 CUN:1 TPA:0.7 MCO:1 LAS:0.7 MBA:0.4 ZNZ:0.4 WDH:1 CPT:0.7W MRU:0.6 HER:2S RHO:2S CFU:1S KGS:1S PMI:2S LPA:2 TFS:2 " +
      "FUE:2 ACE:1 FNC:1 HRG:1 RMF:1 AYT:2S DBV:1S SPU:1S OLB:1S BGI:0.4W PHC:0.3W",
  },
  {
    carrier: "LH",
    base: "MUC",
    rhythm: "banks",
    firstNumber: 1600,
    routes:
      "BER:10 HAM:10 DUS:8 CGN:6 FRA:1 HAJ:4 LHR:8 CDG:7 LYS:3 NCE:3 MRS:2 TLS:3 BRU:4 AMS:6 CPH:4 ARN:3 OSL:3 GOT:2 HEL:3 BLL:2 WAW:4 " +
      "KRK:3 PRG:3 BUD:4 OTP:4 SOF:3 BEG:3 ZAG:3 SJJ:1 TIA:2 ATH:4 SKG:2 MAD:4 BCN:5 AGP:2 VLC:2 BIO:2 PMI:3 LIS:4 OPO:3 FAO:2 FCO:5 " +
      "MXP:4 VCE:3 BLQ:3 NAP:3 CTA:2 PMO:2 MLA:2 LCA:1 TLV:2 CAI:1 TUN:1 IST:3 RIX:1 VNO:2 DUB:2 MAN:3 BHX:2 EDI:2 GVA:4 ZRH:3 KEF:1S",
  },
  {
    carrier: "LH",
    base: "MUC",
    rhythm: "long",
    firstNumber: 410,
    routes:
      "JFK:1 EWR:1 BOS:1 IAD:1 ORD:1 DEN:1 LAX:1 SFO:1 CLT:1 YYZ:1 YVR:1S MIA:1 MEX:1 GRU:0.6 HND:1 KIX:0.6 ICN:1 PEK:1 PVG:1 HKG:0.7 BKK:1 SIN:1 " +
      "DEL:1 BOM:1 BLR:0.6 DXB:1 RUH:0.6 JNB:0.7 CPT:1W SEA:0.6",
  },
  {
    carrier: "CL",
    base: "MUC",
    rhythm: "banks",
    firstNumber: 2100,
    routes:
      "STR:2 NUE:2 BRE:4 LEJ:3 DRS:3 FMO:3 PAD:2 LUX:3 GDN:2 WRO:3 POZ:2 KTW:2 RZE:1 LJU:2 TRN:2 GOA:2 FLR:3 VRN:2 ANR:1 BSL:3 RLG:1 SCN:1 DTM:2 " +
      "BRI:2 OLB:1S DBV:1S SPU:1S ZAD:1S CFU:1S",
  },
  {
    carrier: "LX",
    base: "ZRH",
    rhythm: "banks",
    firstNumber: 300,
    routes:
      "GVA:6 LHR:7 LCY:4 MAN:3 BHX:2 EDI:1 DUB:3 CDG:5 NCE:4 LYS:1 BRU:5 AMS:6 CPH:4 ARN:3 OSL:2 GOT:1 HEL:1 WAW:3 KRK:1 PRG:4 BUD:3 " +
      "OTP:2 SOF:1 BEG:2 ZAG:2 ATH:3 SKG:1 MAD:4 BCN:5 AGP:2 VLC:2 PMI:3 LIS:4 OPO:4 FCO:4 MXP:4 VCE:2 BLQ:1 NAP:1 MLA:1 TLV:2 CAI:1 BER:6 HAM:5 " +
      "DUS:5 FRA:6 MUC:4 HAJ:2 VIE:5 IST:2 VNO:1 WRO:1",
  },
  {
    carrier: "LX",
    base: "ZRH",
    rhythm: "long",
    firstNumber: 8,
    routes:
      "JFK:2 EWR:1 BOS:1 IAD:1S ORD:1 MIA:1 LAX:1 SFO:1 YUL:1 YYZ:0.6S NRT:1 ICN:0.6 PVG:1 HKG:1 BKK:1 SIN:1 DEL:1 BOM:1 DXB:1 JNB:1 NBO:0.6 DAR:0.5",
  },
  {
    carrier: "2L",
    base: "ZRH",
    rhythm: "banks",
    firstNumber: 700,
    routes:
      "LUX:3 STR:3 NUE:2 BRE:2 LEJ:2 DRS:2 GRZ:2 LJU:2 FLR:3 BHX:1 LCY:1 BIO:2 MRS:1 SVQ:1 BOD:1 TLS:1",
  },
  {
    carrier: "WK",
    base: "ZRH",
    rhythm: "spread",
    firstNumber: 2,
    routes:
      "PUJ:0.6 CUN:0.6 TPA:0.4 MCT:0.4W MLE:0.5W HER:1S RHO:1S KGS:1S LPA:1 TFS:1 FUE:1 FNC:1 HRG:1 PMI:2S OLB:1S SPU:1S DBV:1S CPT:0.5W",
  },
  {
    carrier: "OS",
    base: "VIE",
    rhythm: "banks",
    firstNumber: 100,
    routes:
      "FRA:7 MUC:5 DUS:5 HAM:4 BER:5 STR:3 CGN:2 ZRH:5 GVA:3 BSL:2 BRU:4 AMS:5 CDG:5 LYS:1 NCE:2 LHR:5 MAN:1 CPH:4 ARN:4 OSL:2 GOT:1 HEL:1 WAW:4 " +
      "KRK:3 PRG:3 BUD:2 OTP:5 CLJ:2 TSR:2 IAS:2 SOF:4 VAR:1 BEG:4 ZAG:3 SJJ:2 SKP:3 TIA:3 PRN:3 TGD:1 SPU:1 LJU:2 ATH:4 SKG:2 IST:3 MAD:2 BCN:4 " +
      "PMI:2 LIS:1 FCO:4 MXP:5 VCE:2 BLQ:2 FLR:2 NAP:1 MLA:1 LCA:2 TLV:3 CAI:2 AMM:1 EBL:1 RIX:1 VNO:1 KIV:2 EVN:1 INN:4 GRZ:4 KLU:3 SZG:1 HER:1S RHO:1S " +
      "KGS:1S JTR:1S CFU:1S LPA:1W",
  },
  {
    carrier: "OS",
    base: "VIE",
    rhythm: "long",
    firstNumber: 7,
    routes:
      "EWR:1 JFK:1 IAD:1 ORD:1 LAX:0.6S BOS:0.6S YUL:0.6S BKK:1 NRT:0.7S PVG:0.6 DEL:0.7 DXB:1 MLE:0.5W CPT:0.4W CUN:0.3W MRU:0.3W",
  },
  {
    carrier: "SN",
    base: "BRU",
    rhythm: "banks",
    firstNumber: 2001,
    routes:
      "FRA:5 MUC:5 HAM:3 BER:4 VIE:4 ZRH:1 GVA:5 LHR:5 MAN:3 BHX:2 EDI:2 CPH:4 ARN:4 OSL:3 GOT:2 HEL:1 BLL:2 WAW:3 KRK:2 PRG:3 BUD:3 OTP:1 ATH:2 MAD:4 " +
      "BCN:4 AGP:2 VLC:2 ALC:1 BIO:1 LIS:4 OPO:3 FAO:1 FCO:4 MXP:4 LIN:2 VCE:3 BLQ:1 FLR:2 NAP:1 CTA:1 LYS:4 NCE:4 MRS:4 TLS:3 BOD:2 NTE:2 SXB:1 TLV:2 " +
      "FNC:1 VNO:1 HER:1S RHO:1S PMI:2S OLB:1S TFS:1W LPA:1W",
  },
  {
    carrier: "SN",
    base: "BRU",
    rhythm: "long",
    firstNumber: 203,
    routes:
      "JFK:1 IAD:0.7 YUL:0.6S ABJ:1 ACC:0.7 COO:0.4 LFW:0.3 OUA:0.4 DLA:0.7 NSI:0.4 FIH:1 LAD:0.3 NBO:0.5",
  },
  {
    carrier: "EW",
    base: "DUS",
    rhythm: "spread",
    firstNumber: 9000,
    routes:
      "BER:6 HAM:6 MUC:5 STR:3 DRS:2 VIE:4 ZRH:4 GVA:2 LHR:4 MAN:2 EDI:1 CDG:3 NCE:2 AMS:2 CPH:2 ARN:2 GOT:1 WAW:1 PRG:1 BUD:2 FCO:2 MXP:3 VCE:1 " +
      "BCN:3 PMI:4 AGP:1 LIS:1 SKG:1 ATH:1 KTW:1 LPA:1 TFS:1 HER:1S RHO:1S SPU:1S ZAG:1",
  },
  {
    carrier: "EW",
    base: "HAM",
    rhythm: "spread",
    firstNumber: 9700,
    routes: "STR:5 CGN:4 VIE:3 ZRH:3 LHR:3 BRU:1 CDG:2 GVA:1 NCE:1 BUD:1 PMI:3 SZG:1 FCO:1 BCN:2",
  },
  {
    carrier: "EW",
    base: "CGN",
    rhythm: "spread",
    firstNumber: 2,
    routes: "BER:5 MUC:4 VIE:3 ZRH:3 LHR:3 LEJ:1 PMI:3 BCN:2 LIS:1 MXP:2 SPU:1S",
  },
  {
    carrier: "EW",
    base: "STR",
    rhythm: "spread",
    firstNumber: 2400,
    routes: "BER:5 LHR:3 VIE:2 BRU:1 CDG:1 MXP:1 PMI:3 BCN:2 PRG:1 HAJ:1 BRE:2",
  },
  {
    carrier: "BT",
    base: "RIX",
    rhythm: "spread",
    firstNumber: 201,
    routes: "FRA:2 MUC:2 ZRH:2 VIE:2 BRU:2 HAM:2 DUS:2 BER:2 LHR:2 CDG:2 AMS:2 CPH:2 ARN:2",
  },
];
