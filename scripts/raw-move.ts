import { parseArgs } from "node:util";
import { PAYLOAD_STORES, type PayloadStoreKind } from "@/lib/raw/payload-store";
import { moveStoredPayloads } from "./raw-move/move-stored-payloads";
import { loadDotEnv } from "./up/load-dot-env";

const USAGE = `usage: npm run raw:move -- --to ${PAYLOAD_STORES.join("|")} [--delete-source] [--json]
Copies the kept answers over from the other store. It can be stopped and started again at any time.`;

function readArguments(): { to: PayloadStoreKind; deleteSource: boolean; quiet: boolean } {
  const { values } = parseArgs({
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

const tell = (error: unknown) =>
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);

let wanted: ReturnType<typeof readArguments>;
try {
  wanted = readArguments();
} catch (error) {
  tell(error);
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
loadDotEnv();
try {
  process.exitCode = (await moveStoredPayloads(wanted)) ? 0 : 1;
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
process.exit();
