/** A country of the reference list. `continent` is our own (open data): AF AN AS EU NA OC SA. */
export type CountryRecord = { code: string; name: string | null; continent: string | null };
