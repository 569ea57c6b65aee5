/** Flight numbers in use, by the carrier that sells them. */
export class NumberPool {
  private readonly taken = new Map<string, Set<number>>();

  private of(carrier: string): Set<number> {
    const known = this.taken.get(carrier) ?? new Set();
    this.taken.set(carrier, known);
    return known;
  }

  reserve(carrier: string, number: number): void {
    this.of(carrier).add(number);
  }

  /** The first pair at or after `first` that is free: the way there, and the next number for the way back. */
  takePair(carrier: string, first: number): number {
    const taken = this.of(carrier);
    let number = first;
    while (taken.has(number) || taken.has(number + 1)) number += 2;
    taken.add(number).add(number + 1);
    return number;
  }
}
