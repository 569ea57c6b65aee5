import { setMaxListeners } from "node:events";

/**
 * Ends after so many seconds, or with `signal`. AbortSignal.any over AbortSignal.timeout would do the same, had not Node 20
 * a way to collect both as garbage before they fire, while all readers wait. `forget` gives back the timer.
 */
export function endAfter(
  seconds: number,
  signal: AbortSignal,
): { ending: AbortSignal; forget: () => void } {
  const end = new AbortController();
  // As many listen as there are readers.
  setMaxListeners(0, end.signal);
  const stop = () => end.abort();
  const timer = setTimeout(stop, seconds * 1000);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const forget = () => {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  };
  return { ending: end.signal, forget };
}
