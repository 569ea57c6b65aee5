"use client";
import "@/components/layout/base.css";
import "@mantine/core/styles.layer.css";
import { mantineHtmlProps } from "@mantine/core";
import { AppProviders } from "@/components/layout/app-providers";
import { ErrorNotice } from "@/components/layout/error-notice";

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" {...mantineHtmlProps}>
      <body>
        <title>Error · DST Airlines</title>
        <AppProviders>
          <main style={{ padding: 28 }}>
            <ErrorNotice error={error} retry={retry} />
          </main>
        </AppProviders>
      </body>
    </html>
  );
}
