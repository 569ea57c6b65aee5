import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  virtualColor,
} from "@mantine/core";
import { TOKENS } from "./tokens";

const ramp = (text: string): MantineColorsTuple => {
  const [a, b, c, d, e, f, g, h, i, j] = text.split(" ").map((hex) => `#${hex}`);
  // The tuple type asks for ten strings; each line below has ten.
  return [a, b, c, d, e, f, g, h, i, j] as MantineColorsTuple;
};

/** Ten steps a colour, so that Mantine's own variants (light, outline, subtle) stay inside the palette. */
const blue = ramp("F3F6FD E9EFFB CBDAF6 A9C2F2 8FB3F9 5C8BEA 2F68D8 1D57CC 17479F 123878");
const gray = ramp("F6F7F9 F1F3F6 E2E6EB C9D0D9 A4AEBB 868F9D 5C6675 434D5B 262E38 12171E");
const dark = ramp("E9EDF2 B2BBC7 919CAA 66717F 3A4451 242B34 1A2028 11151A 0C0F13 090B0E");
const yellow = ramp("FCF3E1 FCF3E1 F7E0B8 F0B95F ECB253 C6861B A86B06 8A5200 6E4100 2B2212");
const red = ramp("FDEDE8 FDEDE8 F9CFC3 FB8C6E EC6242 D2451F BF2E10 AE270B 861C06 2F1813");

const sans = '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  // A virtual colour: with a plain one autoContrast takes the light shade, and dark buttons get white text (2.1:1).
  primaryColor: "brand",
  primaryShade: { light: 7, dark: 4 },
  colors: {
    brand: virtualColor({ name: "brand", light: "blue", dark: "blue" }),
    blue,
    gray,
    dark,
    yellow,
    red,
  },
  white: TOKENS.light.sheet,
  black: TOKENS.light.ink,
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.35", sm: "1.4", md: "1.45", lg: "1.4", xl: "1.3" },
  fontWeights: { regular: "400", medium: "550", bold: "650" },
  headings: {
    fontFamily: sans,
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "2rem" },
      h2: { fontSize: "1rem", lineHeight: "1.5rem" },
      h3: { fontSize: "0.875rem", lineHeight: "1.25rem" },
    },
  },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  defaultRadius: "md",
  shadows: {
    xs: "none",
    sm: "0 1px 2px rgba(18,23,30,.06)",
    md: "0 4px 16px rgba(18,23,30,.12), 0 0 0 1px rgba(18,23,30,.04)",
    lg: "0 12px 40px rgba(18,23,30,.18), 0 0 0 1px rgba(18,23,30,.05)",
    xl: "0 24px 64px rgba(18,23,30,.24)",
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    PasswordInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", comboboxProps: { shadow: "md" } } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    Menu: {
      defaultProps: {
        shadow: "lg",
        transitionProps: { duration: 120 },
        // It is no menu item, and a menu may hold nothing else.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { shadow: "lg", transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { withArrow: false, openDelay: 300, color: "dark" } },
    Modal: {
      defaultProps: {
        radius: "xl",
        styles: { title: { fontSize: "1rem", fontWeight: 630, letterSpacing: "-0.012em" } },
        overlayProps: { backgroundOpacity: 0.45, blur: 0 },
        transitionProps: { duration: 0 },
      },
    },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
    Skeleton: { defaultProps: { radius: "sm" } },
  },
});

const ofScheme = (scheme: "light" | "dark"): Record<string, string> => {
  const token = TOKENS[scheme];
  return {
    ...Object.fromEntries(Object.entries(token).map(([name, hex]) => [`--c-${name}`, hex])),
    "--mantine-color-body": token.sheet,
    "--mantine-color-text": token.ink,
    "--mantine-color-bright": token.ink,
    "--mantine-color-dimmed": token.text3,
    "--mantine-color-placeholder": token.text3,
    "--mantine-color-anchor": token.accent,
    "--mantine-color-error": token.t60,
    "--mantine-color-default": token.raised,
    "--mantine-color-default-hover": token.hover,
    "--mantine-color-default-color": token.ink,
    "--mantine-color-default-border": token["line-strong"],
    "--mantine-color-disabled": token.sunken,
    "--mantine-color-disabled-color": token.text3,
    "--mantine-color-disabled-border": token.line,
    "--mantine-color-gray-light-color": token.text2,
    "--mantine-color-gray-outline": token.text2,
    "--mantine-color-brand-light-color": token.accent,
    "--mantine-color-brand-filled-hover": token["accent-hover"],
  };
};

/** Tokens as `--c-<name>`, and Mantine's own variables mapped onto them, for each scheme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: ofScheme("light"),
  dark: ofScheme("dark"),
});
