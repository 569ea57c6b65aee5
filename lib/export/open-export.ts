import { takeExportPlace } from "./export-places";

/** Less than a database waits for who reads from it, more than a slow line takes for one piece. */
const IDLE_MS = 300_000;

type Opening<Row> = {
  /** Ends, and lets go of what it reads from, when left or by the signal. */
  read: (signal: AbortSignal) => AsyncGenerator<Row[]>;
  write: (rows: AsyncIterable<Row[]>) => AsyncGenerator<Uint8Array>;
  /** Ends when the caller goes. */
  signal: AbortSignal;
  /** Told of what broke a transfer off, unless it was the caller who went. */
  onBreak: (error: unknown) => void;
  /** How long nobody may want the next piece. */
  idleMs?: number;
};

/**
 * The bytes of a file, read and written no faster than they are taken. What is wrong before the first row is thrown; later
 * the stream errs, which breaks a transfer. However it ends, what it held is given back: by the last byte, an error, the
 * signal, cancel, or nobody taking the next piece in time. Throws `rate_limited` where too many are open.
 */
export async function openExport<Row>(opening: Opening<Row>): Promise<ReadableStream<Uint8Array>> {
  const leave = takeExportPlace();
  const left = new AbortController();
  const rows = opening.read(AbortSignal.any([opening.signal, left.signal]));
  const release = async () => {
    left.abort();
    // What it still has to say was said, or nobody listens any more.
    await rows.return(undefined).catch(() => undefined);
    leave();
  };
  try {
    const first = await rows.next();
    return toStream(opening.write(startingWith(first, rows)), { ...opening, release });
  } catch (error) {
    await release();
    throw error;
  }
}

async function* startingWith<Row>(
  first: IteratorResult<Row[]>,
  rest: AsyncGenerator<Row[]>,
): AsyncGenerator<Row[]> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

type Ends = Pick<Opening<unknown>, "signal" | "onBreak" | "idleMs"> & {
  release: () => Promise<void>;
};

function toStream(
  chunks: AsyncGenerator<Uint8Array>,
  { signal, onBreak, idleMs = IDLE_MS, release }: Ends,
): ReadableStream<Uint8Array> {
  let idle: NodeJS.Timeout | undefined;
  let over = false;
  const end = async () => {
    over = true;
    clearTimeout(idle);
    signal.removeEventListener("abort", onGone);
    await release();
  };
  let onGone = () => {};
  const breakOff = async (controller: ReadableStreamDefaultController, error: unknown) => {
    if (over) return;
    if (!signal.aborted) onBreak(error);
    controller.error(error);
    await end();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        onGone = () => void breakOff(controller, signal.reason);
        signal.addEventListener("abort", onGone, { once: true });
        if (signal.aborted) onGone();
      },
      async pull(controller) {
        clearTimeout(idle);
        try {
          const { done, value } = await chunks.next();
          if (over) return;
          if (done) {
            await end();
            controller.close();
            return;
          }
          controller.enqueue(value);
          const stalled = () => void breakOff(controller, new Error(STALLED));
          idle = setTimeout(stalled, idleMs);
          idle.unref();
        } catch (error) {
          await breakOff(controller, error);
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}

const STALLED = "The caller of an export took nothing for minutes: it was broken off.";
