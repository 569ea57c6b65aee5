import type { Run } from "@/lib/contract/sync";

const WIDTH = 30;

function line(run: Run): string {
  const share = run.windows_planned > 0 ? run.windows_done / run.windows_planned : 0;
  const filled = Math.round(share * WIDTH);
  const bar = `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)}`;
  const wait = run.waiting_until
    ? `  waits for the quota until ${run.waiting_until.slice(11, 16)} UTC`
    : "";
  return (
    `${run.stream.padEnd(9)} ${bar} ${run.windows_done}/${run.windows_planned} windows  ` +
    `${run.fetched} records  ${run.api_calls} calls${wait}`
  );
}

type Screen = { isTTY?: boolean; write(text: string): unknown };

/**
 * Shows how a run comes along on stderr: one line that moves on a terminal, only the last one elsewhere. A wait for the
 * quota may take an hour, so it is told in any case, even when `silent`.
 */
export function progressBar(
  silent: boolean,
  screen: Screen = process.stderr,
): { show: (run: Run) => void; end: () => void } {
  const moves = Boolean(screen.isTTY) && !silent;
  let last: Run | null = null;
  let toldWait: string | null = null;
  return {
    show: (run) => {
      last = run;
      if (moves) screen.write(`\r\x1b[K${line(run)}`);
      else if (run.waiting_until && run.waiting_until !== toldWait) {
        toldWait = run.waiting_until;
        screen.write(`${line(run)}\n`);
      }
    },
    end: () => {
      if (silent || !last) return;
      screen.write(`${moves ? "\r\x1b[K" : ""}${line(last)}  ${last.status}\n`);
    },
  };
}
