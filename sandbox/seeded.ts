/**
 * A number in [0, 1) that depends on nothing but its arguments: what is decided for one record or call does not move
 * when another is added.
 */
export function seededFraction(seed: number, ...parts: readonly (string | number)[]): number {
  let hash = 2_166_136_261 ^ seed;
  for (const sign of parts.join("\u0000")) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  }
  // Murmur's last steps: neighbouring inputs must not give neighbouring numbers.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
