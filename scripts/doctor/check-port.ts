import { z } from "zod";
import { isPortFree } from "../up/free-port";
import { type Finding, findingOf } from "./finding";

const Live = z.object({ status: z.literal("ok") });
const PATIENCE_MILLISECONDS = 2_000;

/** Whether the application can listen on its port, or is the one that does. */
export async function checkPort(port: number, host: string): Promise<Finding> {
  const finding = findingOf("Port");
  if (await isPortFree(port, host)) return finding("ok", `${port} is free`);
  if (await isOurs(port)) return finding("ok", `the application answers on ${port}`);
  return finding(
    "warning",
    `${port} is used by something else`,
    `Stop what listens there, or choose another: PORT=${port + 1} npm run up`,
  );
}

async function isOurs(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/live`, {
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    return Live.safeParse(await answer.json()).success;
  } catch {
    return false;
  }
}
