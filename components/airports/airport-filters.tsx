"use client";
import { Button, CloseButton, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { formatCount } from "@/lib/format";
import { LOCATION_TYPES, type LocationType } from "@/lib/model/airport";
import styles from "./airport-filters.module.css";
import { type AirportSearch, isFiltered } from "./airport-search-params";
import { LOCATION_TYPE_NAMES } from "./location-type-names";

export type CountryChoice = {
  country_code: string;
  country_name: string | null;
  airports: number;
};

type AirportFiltersProps = {
  search: AirportSearch;
  countries: readonly CountryChoice[];
  onChange: (part: Partial<AirportSearch>) => void;
  onClear: () => void;
};

const TYPE_CHOICES = LOCATION_TYPES.map((type) => ({
  value: type,
  label: LOCATION_TYPE_NAMES[type].many,
}));

export function AirportFilters({ search, countries, onChange, onClear }: AirportFiltersProps) {
  const counts = new Map(countries.map((it) => [it.country_code, it.airports]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to the browsers we promise
    <div className={styles.bar} role="search" aria-label="Filter airports">
      <TextInput
        className={styles.text}
        aria-label="Search airports"
        placeholder="Code, name or city"
        maxLength={80}
        value={search.q}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
        leftSection={<IconSearch size={15} stroke={1.7} aria-hidden="true" />}
        rightSection={
          search.q ? (
            <CloseButton
              size="sm"
              aria-label="Clear the search text"
              onClick={() => onChange({ q: "" })}
            />
          ) : null
        }
      />
      <Select
        className={styles.country}
        aria-label="Country"
        placeholder="All countries"
        searchable
        clearable
        clearButtonProps={{ "aria-label": "All countries" }}
        nothingFoundMessage="No such country"
        value={search.country}
        onChange={(country) => onChange({ country })}
        data={countryChoices(countries, search.country)}
        renderOption={({ option }) => (
          <span className={styles.option}>
            {option.label}
            <small>{formatCount(counts.get(option.value) ?? 0)}</small>
          </span>
        )}
      />
      <Select
        className={styles.type}
        aria-label="Type"
        placeholder="All types"
        clearable
        clearButtonProps={{ "aria-label": "All types" }}
        value={search.type}
        onChange={(type) => onChange({ type: type as LocationType | null })}
        data={TYPE_CHOICES}
      />
      {isFiltered(search) && (
        <Button variant="subtle" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

/** The country chosen stays in the list even when the other filters leave it no airport. */
function countryChoices(countries: readonly CountryChoice[], chosen: string | null) {
  const choices = countries.map(({ country_code, country_name }) => ({
    value: country_code,
    label: country_name ?? country_code,
  }));
  const known = chosen === null || choices.some(({ value }) => value === chosen);
  return known ? choices : [{ value: chosen, label: chosen }, ...choices];
}
