import { loadDotEnv } from "./up/load-dot-env";

/**
 * A command line from its words to its end, which ends the process. `read` turns the words into a wish and throws an Error
 * that says what is wrong with them (exit code 2, with the usage); `work` resolves with whether all went well (0, else 1).
 */
export async function commandLine<Wish>({
  usage,
  read,
  work,
}: {
  usage: string;
  read: (words: readonly string[]) => Wish;
  work: (wish: Wish) => Promise<boolean>;
}): Promise<never> {
  const words = process.argv.slice(2);
  if (words.includes("--help") || words.includes("-h")) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  let wish: Wish;
  try {
    wish = read(words);
  } catch (error) {
    tell(error);
    process.stderr.write(`${usage}\n`);
    process.exit(2);
  }
  loadDotEnv();
  try {
    process.exit((await work(wish)) ? 0 : 1);
  } catch (error) {
    tell(error);
    process.exit(1);
  }
}

const tell = (error: unknown) =>
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
