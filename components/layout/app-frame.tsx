import Link from "next/link";
import type { Health } from "@/lib/contract/system";
import type { OriginKind } from "@/lib/model/origin";
import { type Account, AccountMenu } from "./account-menu";
import { AirportSearch } from "./airport-search";
import styles from "./app-frame.module.css";
import { Brand } from "./brand";
import { HealthBadge } from "./health-badge";
import { MainNav } from "./main-nav";
import { NowProvider } from "./now-context";
import { OriginStrip } from "./origin-strip";
import { PhoneBar } from "./phone-bar";
import { RawStoreBanner } from "./raw-store-banner";
import { SchemeToggle } from "./scheme-toggle";
import { SearchButton } from "./search-button";

type AppFrameProps = {
  origin: OriginKind | null;
  /** Null when it was not known soon enough. */
  health: Health | null;
  account: Account;
  now: string;
  children: React.ReactNode;
};

/** What stands around every page behind the sign-in. */
export function AppFrame({ origin, health, account, now, children }: AppFrameProps) {
  return (
    <NowProvider start={now}>
      <div className={styles.frame}>
        <a href="#main" className={styles.skip}>
          Skip to content
        </a>
        <OriginStrip kind={origin} />
        <div className={styles.shell}>
          <div className={styles.side}>
            <nav className={styles.nav} aria-label="Main">
              <Link href="/" className={styles.brand} aria-label="DST Airlines, overview">
                <Brand />
              </Link>
              <SearchButton />
              <MainNav />
            </nav>
            <section className={styles.foot} aria-label="Health and account">
              <HealthBadge initial={health} />
              <div className={styles.account}>
                <AccountMenu account={account} />
                <SchemeToggle />
              </div>
            </section>
          </div>
          <section className={styles.top} aria-label="App bar">
            <Link href="/" className={styles.topBrand} aria-label="DST Airlines, overview">
              <Brand size={20} />
            </Link>
            <HealthBadge initial={health} compact />
            <SchemeToggle size={40} />
            <AccountMenu account={account} compact />
          </section>
          <main id="main" className={styles.sheet} tabIndex={-1}>
            <RawStoreBanner initial={health} />
            {children}
          </main>
          <PhoneBar />
        </div>
      </div>
      <AirportSearch />
    </NowProvider>
  );
}
