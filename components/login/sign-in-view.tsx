import { Brand } from "@/components/layout/brand";
import { OriginStrip } from "@/components/layout/origin-strip";
import type { OriginKind } from "@/lib/model/origin";
import { SignInForm } from "./sign-in-form";
import { SignInMap } from "./sign-in-map";
import styles from "./sign-in-view.module.css";

type SignInViewProps = {
  origin: OriginKind | null;
  /** A path of ours to go to. */
  next: string;
  /** Routes to draw on the map. */
  routes: readonly { departure: string; arrival: string }[];
};

export const SignInView = ({ origin, next, routes }: SignInViewProps) => (
  <div className={styles.page}>
    <OriginStrip kind={origin} />
    <div className={styles.split}>
      <main className={styles.side}>
        <Brand size={26} />
        <div>
          <h1 className={styles.title}>Sign in</h1>
          <p className={styles.sub}>Flight data, and how complete it is.</p>
          <SignInForm next={next} />
          <p className={styles.note}>
            The administrator's first password is printed when the product is started for the first
            time; <code>npm run admin:reset</code> makes another.
          </p>
        </div>
        <p className={styles.note}>
          The API and its documentation: <a href="/api/docs">/api/docs</a>
        </p>
      </main>
      <SignInMap routes={routes} />
    </div>
  </div>
);
