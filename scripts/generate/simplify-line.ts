export type Position = readonly [x: number, y: number];

/** Squared distance of `p` from the segment `a`-`b`. */
function squaredDistance(p: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return (p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2;
}

function farthest(line: readonly Position[], from: number, to: number) {
  const [start = [0, 0], end = [0, 0]] = [line[from], line[to]];
  let best = { index: -1, distance: -1 };
  for (const [step, point] of line.slice(from + 1, to).entries()) {
    const distance = squaredDistance(point, start, end);
    if (distance > best.distance) best = { index: from + 1 + step, distance };
  }
  return best;
}

/** Leaves out points that are nearer than `tolerance` to the line without them (Douglas-Peucker). Ends stay. */
export function simplifyLine(line: readonly Position[], tolerance: number): Position[] {
  const keep = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const { index, distance } = farthest(line, ...span);
    if (index < 0 || distance <= tolerance * tolerance) continue;
    keep.add(index);
    open.push([span[0], index], [index, span[1]]);
  }
  return line.filter((_, index) => keep.has(index));
}
