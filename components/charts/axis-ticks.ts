const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers from 0 to at least `most`, in four steps or fewer, for the lines behind columns that count things. */
export function axisTicks(most: number): number[] {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const found = STEPS.find((step) => step * power >= rough) ?? 10;
  // Things that are counted have no halves.
  const step = Math.max(1, Math.ceil(found * power));
  const lines = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: lines + 1 }, (_, line) => line * step);
}
