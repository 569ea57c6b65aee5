/** The sandbox's time: the real one, or one that was set. Milliseconds since 1970. */
export type Clock = {
  now(): number;
  stopped(): boolean;
  /** From now on it is `instant`, and goes on from there unless it is stopped. */
  set(instant: number, options: { stopped: boolean }): void;
  advance(milliseconds: number): void;
  /** Back to the time that it was made with. */
  reset(): void;
};

export function createClock(base: () => number): Clock {
  let shift = 0;
  let standing: number | null = null;
  const now = () => standing ?? base() + shift;
  return {
    now,
    stopped: () => standing !== null,
    set(instant, { stopped }) {
      standing = stopped ? instant : null;
      shift = instant - base();
    },
    advance(milliseconds) {
      if (standing === null) shift += milliseconds;
      else standing += milliseconds;
    },
    reset() {
      standing = null;
      shift = 0;
    },
  };
}
