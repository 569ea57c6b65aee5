import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const Identity = z.object({ pid: z.number().int().positive(), startedAt: z.string() });

/** What is remembered of a private server between commands. */
export const ServerState = z.object({
  /** Real path of its data: a DATA_DIR that was copied while its server ran must not adopt the other's. */
  directory: z.string(),
  port: z.number().int(),
  server: Identity.nullable(),
  /** Commands that use the server now; the last one to leave stops it. */
  users: z.array(Identity.extend({ id: z.string() })),
});
export type ServerState = z.infer<typeof ServerState>;

/** The remembered state of the server of `directory`, or null when nothing (readable) is remembered of it. */
export function readServerState(file: string, directory: string): ServerState | null {
  try {
    const state = ServerState.parse(JSON.parse(readFileSync(file, "utf8")));
    return state.directory === directory ? state : null;
  } catch {
    return null;
  }
}

/** Written beside and renamed, so that a kill leaves the old or the new state and nothing between. */
export function writeServerState(file: string, state: ServerState): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, JSON.stringify(state, null, 2), { mode: 0o600 });
  renameSync(beside, file);
}
