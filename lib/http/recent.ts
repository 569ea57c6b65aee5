type Reading<T> = { value: Promise<T>; beganAt: number; done: boolean };

/**
 * Remembers a value for a moment, so that many who ask at once cost one question. The moment counts from when the
 * question was asked, not from its answer: what is returned is never older than `keepMs` and the time of one question.
 */
export class Recent<T> {
  readonly #read: () => Promise<T>;
  readonly #keepMs: number;
  readonly #clock: () => number;
  #reading: Reading<T> | null = null;

  constructor(
    read: () => Promise<T>,
    keepMs: number,
    clock: () => number = () => performance.now(),
  ) {
    this.#read = read;
    this.#keepMs = keepMs;
    this.#clock = clock;
  }

  /** The value; rejects as the question does, and remembers no failure. */
  get(): Promise<T> {
    const last = this.#reading;
    const isFresh = last && (!last.done || this.#clock() - last.beganAt < this.#keepMs);
    return isFresh ? last.value : this.#ask();
  }

  /** The next who asks gets what is true from now on. */
  forget(): void {
    this.#reading = null;
  }

  #ask(): Promise<T> {
    const reading: Reading<T> = { value: this.#read(), beganAt: this.#clock(), done: false };
    this.#reading = reading;
    reading.value.then(
      () => {
        reading.done = true;
      },
      () => {
        if (this.#reading === reading) this.#reading = null;
      },
    );
    return reading.value;
  }
}
