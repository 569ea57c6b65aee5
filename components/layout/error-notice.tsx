"use client";
import { Button, CopyButton } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useRecheckHealth } from "@/components/hooks/use-recheck-health";
import { Banner } from "@/components/ui/banner";
import text from "@/components/ui/text.module.css";

type ErrorNoticeProps = {
  error: unknown;
  retry: () => void;
};

/** Next gives errors of the server a digest that stands in the log too; their message stays there. */
const digestOf = (error: unknown): string | null =>
  error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null;

/** A page that could not be made: what was kept, and what to do. */
export function ErrorNotice({ error, retry }: ErrorNoticeProps) {
  useRecheckHealth();
  const digest = digestOf(error);
  const details = `${typeof window === "undefined" ? "" : window.location.href} · error ${digest ?? "in the browser"} · ${new Date().toISOString()}`;
  return (
    <Banner
      tone="error"
      title="This page could not be made"
      heading="h1"
      actions={
        <>
          <Button
            onClick={retry}
            leftSection={<IconRefresh size={15} stroke={1.7} aria-hidden="true" />}
          >
            Try again
          </Button>
          <CopyButton value={details}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? "Copied" : "Copy details"}
              </Button>
            )}
          </CopyButton>
        </>
      }
    >
      <p>
        Most often the database did not answer in time. Nothing was lost: stored answers and running
        syncs are not touched, and your filters are kept in the address.
      </p>
      {digest && (
        <p>
          code <span className={text.mono}>{digest}</span>, to be found in the server's log
        </p>
      )}
    </Banner>
  );
}
