"use client";
import { IconCode } from "@tabler/icons-react";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./main-nav.module.css";
import { isInSection, SECTIONS } from "./sections";

/** The sections as a column; below 1200 px it is icons alone, and the names are read out and shown on hover. */
export function MainNav() {
  const pathname = usePathname();
  return (
    <>
      <ul className={styles.list}>
        {SECTIONS.map(({ href, name, Icon }) => {
          const here = isInSection(pathname, href);
          return (
            <li key={href}>
              <Link
                href={href}
                title={name}
                className={clsx(styles.link, here && styles.here)}
                aria-current={here ? "page" : undefined}
              >
                <Icon size={18} stroke={1.6} aria-hidden="true" />
                <span className={styles.name}>{name}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <ul className={clsx(styles.list, styles.more)}>
        <li>
          {/* Not a page of this application, so it is loaded, not routed to. */}
          <a href="/api/docs" title="API" className={styles.link}>
            <IconCode size={18} stroke={1.6} aria-hidden="true" />
            <span className={styles.name}>API</span>
          </a>
        </li>
      </ul>
    </>
  );
}
