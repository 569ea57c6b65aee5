import autocannon from "autocannon";

/** Requests at one time, as of a few readers; each asks its own part of the addresses, one after another. */
const CONNECTIONS = 10;

export type Asked = { path: string; headers?: Record<string, string> };
type Drive = {
  /** Address of the server. */
  url: string;
  asked: readonly Asked[];
  /** Go round and round for so long; without it each address is asked once. */
  seconds?: number;
  /** What every answer must be. */
  status?: number;
};

/** Asks for all of these and returns the answers a second. Throws where one is not as it must be. */
export async function drive({ url, asked, seconds, status = 200 }: Drive): Promise<number> {
  const connections = Math.min(CONNECTIONS, asked.length);
  const parts = Array.from({ length: connections }, (_, at) =>
    asked.filter((_one, index) => index % connections === at),
  );
  const { result, lasted } = await fire({
    url,
    connections,
    ...(seconds ? { duration: seconds } : { amount: asked.length }),
    requests: [{ method: "GET", path: "/" }],
    setupClient: (client) => {
      client.setRequests((parts.shift() ?? []).map((one) => ({ method: "GET", ...one })));
    },
  });
  check(result, status);
  return result.requests.total / lasted;
}

/** `lasted`: seconds to the last answer. Autocannon itself looks only once a second whether all have been asked. */
function fire(options: autocannon.Options): Promise<{ result: autocannon.Result; lasted: number }> {
  const began = performance.now();
  let ended = began;
  return new Promise((resolve, reject) => {
    const firing = autocannon(options, (error: Error | null, result) => {
      if (error) reject(error);
      else resolve({ result, lasted: (ended - began) / 1000 });
    });
    firing.on("response", () => {
      ended = performance.now();
    });
  });
}

function check(result: autocannon.Result, status: number): void {
  const counts: Record<string, { count?: number }> = result.statusCodeStats ?? {};
  const others = Object.entries(counts).filter(([code]) => code !== String(status));
  if (result.errors === 0 && others.length === 0 && result.requests.total > 0) return;
  throw new Error(
    `${result.url}: of ${result.requests.total} answers ${result.errors} failed, and not all were ${status}: ${JSON.stringify(counts)}`,
  );
}
