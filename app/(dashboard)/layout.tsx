import { setTimeout as sleep } from "node:timers/promises";
import { headers } from "next/headers";
import { AppFrame } from "@/components/layout/app-frame";
import { findHealth } from "@/inngest/find-health";
import { findPageCaller } from "@/lib/auth/caller";
import { findDataOrigin } from "@/lib/http/data-origin";

/** A dependency that is slower than this does not hold up the page: the browser asks again by itself. */
const PATIENCE_MS = 300;

export default async function DashboardLayout({ children }: LayoutProps<"/">) {
  const caller = await findPageCaller(await headers());
  // Each page sends strangers to the sign-in itself, since it knows its own address.
  if (!caller) return children;
  const health = findHealth().then((found) => found.health);
  return (
    <AppFrame
      origin={await findDataOrigin()}
      health={await Promise.race([health, sleep(PATIENCE_MS, null)])}
      account={{ name: caller.name, email: caller.email, role: caller.role }}
      now={new Date().toISOString()}
    >
      {children}
    </AppFrame>
  );
}
