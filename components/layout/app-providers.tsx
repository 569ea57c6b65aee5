"use client";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { QueryProvider } from "@/components/hooks/query-provider";
import { cssVariablesResolver, theme } from "./theme";

/** What components need around them: theme, browser cache, URL state, notifications. */
export const AppProviders = ({ children }: { children: ReactNode }) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariablesResolver}
    defaultColorScheme="auto"
  >
    <QueryProvider>
      <NuqsAdapter>{children}</NuqsAdapter>
    </QueryProvider>
    <Notifications position="bottom-right" containerWidth={400} />
  </MantineProvider>
);
