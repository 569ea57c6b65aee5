"use client";
import { Kbd } from "@mantine/core";
import { Spotlight } from "@mantine/spotlight";
import { IconBuildingAirport, IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useAirportSearch } from "@/components/hooks/use-airport-search";
import type { Airport } from "@/lib/contract/airports";
import styles from "./airport-search.module.css";
import { airportSearchStore, selectFirstResult } from "./airport-search-store";
import { SECTIONS } from "./sections";

const placeOf = (airport: Airport) =>
  [airport.city_name, airport.country_name]
    .filter((part) => part && part !== airport.name)
    .join(", ");

/** Search over pages and airports, opened by ⌘K, Ctrl+K or `/`. Airports are looked up on the server. */
export function AirportSearch() {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const { airports, state } = useAirportSearch(query);
  useEffect(() => {
    if (airports.length > 0) selectFirstResult();
  }, [airports]);
  const pages = SECTIONS.filter(({ name }) =>
    name.toLowerCase().includes(query.trim().toLowerCase()),
  );
  return (
    <Spotlight.Root
      store={airportSearchStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={["mod + K", "/"]}
      size={560}
      yOffset={92}
      radius="xl"
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.45 }}
      title="Search"
      classNames={{
        header: styles.head,
        action: styles.action,
        actionsGroup: styles.group,
      }}
    >
      <Spotlight.Search
        placeholder="Airport code, name or city"
        aria-label="Search pages and airports"
        leftSection={<IconSearch size={17} stroke={1.7} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label="Pages">
            {pages.map(({ href, name, Icon }) => (
              <Spotlight.Action key={href} onClick={() => router.push(href)}>
                <span className={styles.row}>
                  <Icon size={16} stroke={1.6} aria-hidden="true" />
                  <span>{name}</span>
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {airports.length > 0 && (
          <Spotlight.ActionsGroup label="Airports">
            {airports.map((airport) => (
              <Spotlight.Action
                key={airport.airport_code}
                onClick={() => router.push(`/airports/${airport.airport_code}`)}
              >
                <span className={styles.row}>
                  <IconBuildingAirport size={16} stroke={1.6} aria-hidden="true" />
                  <b className={styles.code}>{airport.airport_code}</b>
                  <span className={styles.name}>{airport.name ?? "name not sent"}</span>
                  <small className={styles.place}>{placeOf(airport)}</small>
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {state !== "idle" && airports.length === 0 && (
          <p className={styles.note} role="status">
            {state === "searching" && "Searching airports…"}
            {state === "done" && `No airport has “${query.trim()}” in its code, name or city.`}
            {state === "failed" && "The airports could not be searched. Type again to retry."}
          </p>
        )}
      </Spotlight.ActionsList>
      <Spotlight.Footer className={styles.foot}>
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> move
        </span>
        <span>
          <Kbd size="xs">↵</Kbd> open
        </span>
        <span>
          <Kbd size="xs">esc</Kbd> close
        </span>
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}
