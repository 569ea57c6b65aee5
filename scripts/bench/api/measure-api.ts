import { type Comparison, compare } from "./compare";
import { type Asked, drive } from "./drive";
import { listRequests, pageRequests } from "./requests";
import { walk } from "./walk";

type Measuring = {
  /** Address of the application and of the bare server. */
  app: string;
  bare: string;
  flights: number;
  /** Different lists that are asked for. */
  requests: number;
  rounds: number;
  seconds: number;
  say: (line: string) => void;
};

export type ApiMeasure = { bytes: number; depth: number; comparisons: Comparison[] };

type Sides = Omit<Parameters<typeof compare>[0], "rounds"> & { rounds?: number };

/** So many lists fit into what either side keeps. */
const KEPT_REQUESTS = 100;

/** Drives the application and the bare server in turn and compares them. Throws where they do not answer the same. */
export async function measureApi(measuring: Measuring): Promise<ApiMeasure> {
  const { app, bare, rounds, seconds, say } = measuring;
  const lists = listRequests(measuring.requests);
  const bytes = await checkSame(app, bare, lists);
  const comparisons: Comparison[] = [];
  const run = async (sides: Sides) => {
    say(`measuring: ${sides.name} …`);
    comparisons.push(await compare({ rounds, ...sides }));
  };

  await run({
    name: `${lists.length} different lists, not cached`,
    aim: 0.6,
    ours: () => drive({ url: app, asked: lists }),
    theirs: () => drive({ url: bare, asked: lists }),
  });
  const some = lists.slice(0, KEPT_REQUESTS);
  const keptThere = some.map(({ path }) => ({ path: `/kept${path}` }));
  await run({
    name: `${some.length} lists, the same cache on both sides`,
    aim: 0.6,
    ours: () => drive({ url: app, asked: some, seconds }),
    theirs: () => drive({ url: bare, asked: keptThere, seconds }),
  });
  await run({
    name: "answered 304, against the bare server's full answers",
    aim: 2,
    ours: async () => drive({ url: app, asked: await withTags(app, lists), seconds, status: 304 }),
    theirs: () => drive({ url: bare, asked: lists }),
  });
  say("walking to the end of all flights …");
  const { cursor, depth } = await walk(app, measuring.flights);
  await run({
    name: `page at depth ${depth.toLocaleString("en-US")}, against the first`,
    aim: 0.9,
    // Fifty pages are soon read.
    rounds: rounds * 3,
    ours: () => drive({ url: app, asked: pageRequests(cursor) }),
    theirs: () => drive({ url: app, asked: pageRequests(null) }),
  });
  return { bytes, depth, comparisons };
}

/** Bytes of an answer in the middle. Throws where an answer of one side is not that of the other, byte for byte. */
async function checkSame(app: string, bare: string, lists: readonly Asked[]): Promise<number> {
  let bytes = 0;
  for (const { path } of lists.filter((_, index) => index % 10 === 0)) {
    const [ours, theirs] = await Promise.all([app, bare].map((url) => bodyOf(url + path)));
    if (!ours || ours !== theirs) throw new Error(`The two servers answer ${path} differently.`);
    bytes = Math.max(bytes, Buffer.byteLength(ours));
  }
  return bytes;
}

async function bodyOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (response.ok) return response.text();
  throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}

/** The same questions from somebody who holds their answers. */
async function withTags(app: string, lists: readonly Asked[]): Promise<Asked[]> {
  const tagged: Asked[] = [];
  for (const asked of lists) {
    const response = await fetch(app + asked.path);
    await response.arrayBuffer();
    tagged.push({ ...asked, headers: { "if-none-match": response.headers.get("etag") ?? "" } });
  }
  return tagged;
}
