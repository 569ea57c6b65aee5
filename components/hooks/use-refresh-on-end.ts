"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { isBusy } from "@/components/sync/run-words";
import type { Run } from "@/lib/contract/sync";

/** Has the server draw the page anew when a run that was busy is over: its totals and lists have changed. */
export function useRefreshOnEnd(runs: readonly Run[]): void {
  const router = useRouter();
  const busy = runs
    .filter(isBusy)
    .map(({ id }) => id)
    .sort()
    .join(" ");
  const before = useRef(busy);
  useEffect(() => {
    const still = new Set(busy.split(" "));
    const over = before.current.split(" ").some((id) => id !== "" && !still.has(id));
    before.current = busy;
    if (over) router.refresh();
  }, [busy, router]);
}
