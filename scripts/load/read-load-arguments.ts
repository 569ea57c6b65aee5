import { parseArgs } from "node:util";

const MOST_SECONDS = 600;
const MOST_READERS = 64;

export const USAGE = `usage: npm run load [-- options]
  --seconds N   how long, at most ${MOST_SECONDS} (30)
  --url U       where the API is (http://localhost:3000)
  --key K       an API key with the scope read, where reads are not public
  --readers N   how many at one time, at most ${MOST_READERS} (8)`;

export type LoadWish = { seconds: number; url: string; key: string | undefined; readers: number };

/** What the words of the command line ask for. Throws for what is wrong. */
export function readLoadArguments(words: readonly string[]): LoadWish {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seconds: { type: "string", default: "30" },
      url: { type: "string", default: `http://localhost:${process.env.PORT ?? 3000}` },
      key: { type: "string" },
      readers: { type: "string", default: "8" },
    },
  });
  return {
    seconds: wholeNumber("--seconds", values.seconds, MOST_SECONDS),
    url: address(values.url),
    key: values.key,
    readers: wholeNumber("--readers", values.readers, MOST_READERS),
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= most) return number;
  throw new Error(`${name} ${text} is no whole number from 1 to ${most}.`);
}

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url.origin;
  throw new Error(`--url ${text} is no address such as http://localhost:3000.`);
}
