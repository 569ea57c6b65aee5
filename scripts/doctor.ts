import { env } from "@/lib/env";
import { command } from "./command";
import { look } from "./doctor/look";
import { loadDotEnv } from "./up/load-dot-env";

const SIGNS = { ok: "ok     ", warning: "WARNING", error: "ERROR  " };

/** `npm run doctor`: one line a finding, what to do below it, exit code 1 when something is an error. */
await command(async () => {
  loadDotEnv();
  const findings = await look(env());
  for (const { what, state, found, advice } of findings) {
    process.stdout.write(`${SIGNS[state]}  ${what.padEnd(10)}  ${found}\n`);
    if (advice) process.stdout.write(`${" ".repeat(21)}${advice}\n`);
  }
  const errors = findings.filter(({ state }) => state === "error").length;
  process.stdout.write(
    errors > 0 ? `\n${errors} must be mended first\n` : "\nready for npm run up\n",
  );
  if (errors > 0) process.exitCode = 1;
});
