import { z } from "zod";
import { invalidInput } from "@/lib/http/invalid-input";
import { query } from "../query";
import type { ReferenceEdit } from "../reference/edited-kind";

const CountryName = z.object({ code: z.string(), name: z.string() });

/** As people write them: without regard to case and accents. */
const names = new Intl.Collator("en", { sensitivity: "base" });

/**
 * Makes sure that `said`, if anything, is the name of the country that the row then has: names are the list of countries' own
 * and are not kept beside a row. A country that the list does not name goes by any name but that of another one. Throws
 * `validation_failed` that names `body.country_name`.
 */
export const checkCountryName =
  (said: string | null | undefined): NonNullable<ReferenceEdit["check"]> =>
  async ({ cells }, connection) => {
    if (!said) return;
    const code = cells.country_code;
    if (typeof code !== "string") throw wrong("needs country_code beside it: only that is kept");
    const listed = await query(
      CountryName,
      "SELECT code, name FROM countries WHERE name IS NOT NULL",
      [],
      connection,
    );
    const own = listed.find((country) => country.code === code);
    if (own && names.compare(own.name, said) !== 0) {
      throw wrong(`is not the name of ${code}, which is ${own.name} in the list of countries`);
    }
    const other = own ? null : listed.find(({ name }) => names.compare(name, said) === 0);
    if (other) throw wrong(`is the name of ${other.code}, not of ${code}`);
  };

const wrong = (reason: string) => invalidInput([{ name: "body.country_name", reason }]);
