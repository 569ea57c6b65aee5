import { randomInt } from "node:crypto";

/** Letters and digits that nobody takes for each other when they are read out or typed. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password of four groups of five characters: 99 bits, easy to type. */
export function randomPassword(): string {
  const group = () =>
    Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
