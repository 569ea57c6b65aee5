"use client";
import { Button, CopyButton } from "@mantine/core";
import { IconCopy, IconDownload } from "@tabler/icons-react";

const download = (body: string, id: string) => {
  const address = URL.createObjectURL(new Blob([body], { type: "application/octet-stream" }));
  const link = Object.assign(document.createElement("a"), {
    href: address,
    download: `payload-${id}.json`,
  });
  link.click();
  URL.revokeObjectURL(address);
};

/** Copies or downloads a body, unchanged. */
export const CopyBody = ({ body, id }: { body: string; id: string }) => (
  <>
    <CopyButton value={body}>
      {({ copied, copy }) => (
        <Button
          size="xs"
          variant="default"
          onClick={copy}
          leftSection={<IconCopy size={14} stroke={1.7} aria-hidden="true" />}
        >
          {copied ? "Copied" : "Copy"}
        </Button>
      )}
    </CopyButton>
    <Button
      size="xs"
      variant="default"
      onClick={() => download(body, id)}
      leftSection={<IconDownload size={14} stroke={1.7} aria-hidden="true" />}
    >
      Download
    </Button>
  </>
);
