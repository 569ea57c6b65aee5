import { expect, test } from "vitest";
import { nameLines } from "@/components/charts/name-lines";

test.each([
  ["North America", 70, ["North", "America"]],
  ["Antarctica", 70, ["Antarctica"]],
  ["Antarctica", 43, ["Antar-", "ctica"]],
  ["Asia", 5, ["Asia"]],
])("%s in %s px", (name, room, lines) => expect(nameLines(name, room)).toEqual(lines));
