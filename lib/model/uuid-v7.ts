/**
 * A UUID of version 7 (RFC 9562): its text sorts by the millisecond of `now`, then by chance. `random` is 10 bytes,
 * of which 74 bits are used. Throws a RangeError when it is shorter.
 */
export function uuidV7(now: Date, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError("uuidV7 needs 10 random bytes");
  const time = now.getTime().toString(16).padStart(12, "0");
  const chance = [...random.subarray(0, 10)].map((byte) => byte.toString(16).padStart(2, "0"));
  const hex = chance.join("");
  const variant = (8 + (Number.parseInt(hex.charAt(4), 16) % 4)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex.slice(1, 4)}`,
    `${variant}${hex.slice(5, 8)}`,
    hex.slice(8),
  ].join("-");
}
