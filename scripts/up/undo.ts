/** What must be undone at the end, in the order against which it was done. */
export class Undo {
  readonly #steps: (() => Promise<void> | void)[] = [];

  later(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** Undoes everything, also when a step fails, and returns what failed. */
  async all(): Promise<unknown[]> {
    const failures: unknown[] = [];
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    return failures;
  }
}
