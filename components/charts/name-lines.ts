/** Width of a letter of the axis' font, about. */
const LETTER_PX = 5.9;

/** A name in lines no wider than `room` pixels: first at its spaces, then words that are still too long in halves. */
export function nameLines(name: string, room: number): string[] {
  const fits = Math.max(4, Math.floor(room / LETTER_PX));
  return name.split(" ").flatMap((word) => {
    if (word.length <= fits) return [word];
    const half = Math.ceil(word.length / 2);
    return [`${word.slice(0, half)}-`, word.slice(half)];
  });
}
