"use client";
import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import styles from "./scheme-toggle.module.css";

/** Light or dark. Both icons are in the page and CSS shows one, since the server does not know the reader's scheme. */
export function SchemeToggle({ size = 34 }: { size?: number }) {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: true });
  const other = scheme === "light" ? "dark" : "light";
  return (
    <ActionIcon
      size={size}
      aria-label={`Switch to ${other} colours`}
      title={`Switch to ${other} colours`}
      onClick={() => setColorScheme(other)}
    >
      <IconMoon size={18} stroke={1.6} className={styles.moon} aria-hidden="true" />
      <IconSun size={18} stroke={1.6} className={styles.sun} aria-hidden="true" />
    </ActionIcon>
  );
}
