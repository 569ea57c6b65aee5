"use client";
import { useNow } from "@/components/layout/now-context";
import { formatAge, formatInstant } from "@/lib/format";

/** How long ago an instant was, with the instant itself on hover. */
export function Age({ of }: { of: string }) {
  const now = useNow();
  return (
    <time dateTime={of} title={formatInstant(of)}>
      {formatAge(of, now)}
    </time>
  );
}
