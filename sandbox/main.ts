import { readOptions, USAGE } from "./read-options";
import { type SandboxOptions, startSandbox } from "./start-sandbox";

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function optionsOrExit(): SandboxOptions {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options) return options;
    process.stdout.write(USAGE);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

try {
  const sandbox = await startSandbox(optionsOrExit());
  const stop = () => sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  process.stdout.write(`sandbox ${sandbox.url}\n`);
} catch (error) {
  process.stderr.write(`The sandbox could not start. ${messageOf(error)}\n`);
  process.exit(1);
}
