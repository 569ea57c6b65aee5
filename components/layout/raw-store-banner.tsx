"use client";
import { useHealth } from "@/components/hooks/use-health";
import { Banner } from "@/components/ui/banner";
import type { Health } from "@/lib/contract/system";

const TITLES = { warning: "No MongoDB", error: "The raw store does not answer" };

/** Shown while answers are kept in MySQL because there is no MongoDB, and while their store is away. */
export function RawStoreBanner({ initial }: { initial: Health | null }) {
  const store = useHealth(initial)?.dependencies.find(({ name }) => name === "raw_store");
  if (!store || store.state === "ok") return null;
  return (
    <Banner tone={store.state} title={TITLES[store.state]} slim>
      {store.message}
    </Banner>
  );
}
