import { startChild } from "./child";

const TELL_EVERY_MS = 10_000;

/**
 * Runs a long command without its words, but tells every ten seconds that it goes on. Rejects with all that it said when
 * it fails, or when `signal` stops it.
 */
export async function runQuietly(options: {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  say: (line: string) => void;
  signal?: AbortSignal;
}): Promise<void> {
  const { name, command, args, say, signal } = options;
  const lines: string[] = [];
  const child = startChild({
    name,
    command,
    args,
    env: options.env ?? process.env,
    onLine: (line) => lines.push(line),
  });
  const started = Date.now();
  const timer = setInterval(() => {
    say(`  ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
  }, TELL_EVERY_MS);
  const stop = () => void child.stop();
  signal?.addEventListener("abort", stop, { once: true });
  const { code } = await child.ended;
  clearInterval(timer);
  signal?.removeEventListener("abort", stop);
  signal?.throwIfAborted();
  if (code !== 0) throw new Error(`${lines.join("\n")}\n${name} failed; its words are above.`);
}
