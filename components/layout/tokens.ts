/**
 * The palette, one name a meaning, for both colour schemes. Contrast and colour vision were measured for these values:
 * change none alone. As CSS they are `--c-<name>`; a canvas, which knows no CSS, reads them here.
 */
const light = {
  ground: "#F1F3F6",
  sheet: "#FFFFFF",
  raised: "#FFFFFF",
  sunken: "#F6F7F9",
  hover: "#F1F4F7",
  selected: "#E9EFFB",
  line: "#E2E6EB",
  "line-strong": "#C9D0D9",
  control: "#868F9D",
  ink: "#12171E",
  text2: "#434D5B",
  text3: "#5C6675",
  accent: "#1D57CC",
  "accent-hover": "#17479F",
  "on-accent": "#FFFFFF",
  d0: "#67829A",
  d15: "#C6861B",
  "on-amber": "#FFFFFF",
  d60: "#BF2E10",
  t15: "#8A5200",
  t60: "#AE270B",
  tint15: "#FCF3E1",
  tint60: "#FDEDE8",
  settled: "#5B7790",
  land: "#E6EAEF",
  sea: "#F8F9FB",
};

type Palette = Record<keyof typeof light, string>;

const dark: Palette = {
  ground: "#090B0E",
  sheet: "#11151A",
  raised: "#1A2028",
  sunken: "#0C0F13",
  hover: "#1A2028",
  selected: "#18243C",
  line: "#242B34",
  "line-strong": "#3A4451",
  control: "#66717F",
  ink: "#E9EDF2",
  text2: "#B2BBC7",
  text3: "#919CAA",
  accent: "#8FB3F9",
  "accent-hover": "#B0CAFC",
  "on-accent": "#0B1220",
  d0: "#6A8398",
  d15: "#ECB253",
  "on-amber": "#0B0E12",
  d60: "#E85336",
  t15: "#F0B95F",
  t60: "#FB8C6E",
  tint15: "#241D12",
  tint60: "#251614",
  settled: "#7890A6",
  land: "#1D242C",
  sea: "#0D1014",
};

export const TOKENS: Record<"light" | "dark", Palette> = { light, dark };
