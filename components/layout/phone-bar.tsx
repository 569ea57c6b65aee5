"use client";
import { IconCode, IconSearch } from "@tabler/icons-react";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { airportSearch } from "./airport-search-store";
import styles from "./phone-bar.module.css";
import { isInSection, SECTIONS } from "./sections";

/** The sections and the search at the foot of a phone. */
export function PhoneBar() {
  const pathname = usePathname();
  return (
    <nav className={styles.bar} aria-label="Main, phone">
      {SECTIONS.map(({ href, name, Icon }) => {
        const here = isInSection(pathname, href);
        return (
          <Link
            key={href}
            href={href}
            className={clsx(styles.item, here && styles.here)}
            aria-current={here ? "page" : undefined}
          >
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            {name}
          </Link>
        );
      })}
      <a href="/api/docs" className={styles.item}>
        <IconCode size={20} stroke={1.6} aria-hidden="true" />
        API
      </a>
      <button type="button" className={styles.item} onClick={() => airportSearch.open()}>
        <IconSearch size={20} stroke={1.6} aria-hidden="true" />
        Search
      </button>
    </nav>
  );
}
