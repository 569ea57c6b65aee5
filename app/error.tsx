"use client";
import { ErrorNotice } from "@/components/layout/error-notice";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main style={{ padding: 28 }}>
      <ErrorNotice error={error} retry={retry} />
    </main>
  );
}
