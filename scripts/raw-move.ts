import { parseArgs } from "node:util";
import { PAYLOAD_STORES, type PayloadStoreKind } from "@/lib/raw/payload-store";
import { commandLine } from "./command-line";
import { moveStoredPayloads } from "./raw-move/move-stored-payloads";

const USAGE = `usage: npm run raw:move -- --to ${PAYLOAD_STORES.join("|")} [--delete-source] [--json]
Copies the kept answers over from the other store. It can be stopped and started again at any time.`;

function readArguments(words: readonly string[]): {
  to: PayloadStoreKind;
  deleteSource: boolean;
  quiet: boolean;
} {
  const { values } = parseArgs({
    args: [...words],
    options: {
      to: { type: "string" },
      "delete-source": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const to = PAYLOAD_STORES.find((kind) => kind === values.to);
  if (!to) throw new Error(values.to ? `There is no store ${values.to}.` : "Say where to: --to.");
  return { to, deleteSource: values["delete-source"], quiet: values.json };
}

await commandLine({ usage: USAGE, read: readArguments, work: moveStoredPayloads });
