/** Degrees: longitude east, latitude north. */
export type Degrees = readonly [longitude: number, latitude: number];

const RADIANS = Math.PI / 180;

const toVector = ([longitude, latitude]: Degrees) => {
  const [lambda, phi] = [longitude * RADIANS, latitude * RADIANS];
  return [
    Math.cos(phi) * Math.cos(lambda),
    Math.cos(phi) * Math.sin(lambda),
    Math.sin(phi),
  ] as const;
};

/** The shortest way over the earth between two places, as `steps` + 1 points. Opposite places have no one way: null. */
export function greatCircle(from: Degrees, to: Degrees, steps = 48): Degrees[] | null {
  const [a, b] = [toVector(from), toVector(to)];
  const angle = Math.acos(Math.min(1, Math.max(-1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  if (angle < 1e-9) return [from, to];
  if (Math.PI - angle < 1e-6) return null;
  return Array.from({ length: steps + 1 }, (_, step): Degrees => {
    const share = step / steps;
    const [u, v] = [
      Math.sin((1 - share) * angle) / Math.sin(angle),
      Math.sin(share * angle) / Math.sin(angle),
    ];
    const [x, y, z] = [a[0] * u + b[0] * v, a[1] * u + b[1] * v, a[2] * u + b[2] * v];
    return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
  });
}
