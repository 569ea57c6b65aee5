import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { generateAirports } from "./generate/airports";
import { generateCountries } from "./generate/countries";
import { generateLand } from "./generate/land";

const { values } = parseArgs({ options: { date: { type: "string" } } });
const date = values.date ?? new Date().toISOString().slice(0, 10);

/** Where each committed file comes from. data/airlines.json and data/aircraft.json are kept by hand. */
const files = {
  "data/airports.json": generateAirports,
  "data/countries.json": generateCountries,
  "public/land.json": generateLand,
};

for (const [file, generate] of Object.entries(files)) {
  const text = generate(date);
  writeFileSync(new URL(`../${file}`, import.meta.url), text);
  console.log(`${file}: ${Math.round(text.length / 1000)} kB`);
}
