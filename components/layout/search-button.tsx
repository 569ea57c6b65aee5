"use client";
import { Kbd } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { airportSearch } from "./airport-search-store";
import styles from "./search-button.module.css";

export const SearchButton = () => (
  <button
    type="button"
    className={styles.button}
    aria-label="Search"
    title="Search pages and airports (Ctrl or ⌘ and K)"
    onClick={() => airportSearch.open()}
  >
    <IconSearch size={15} stroke={1.8} aria-hidden="true" />
    <span className={styles.word}>Search</span>
    <Kbd size="xs" className={styles.keys}>
      ⌘K
    </Kbd>
  </button>
);
