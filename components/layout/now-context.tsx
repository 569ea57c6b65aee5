"use client";
import { createContext, useContext, useEffect, useState } from "react";

const TICK_MS = 5000;
const NowContext = createContext<Date | null>(null);

/**
 * One clock for everything on the page that says "3 min ago". It starts at the server's time, so that the first drawing in
 * the browser equals the server's, and then ticks.
 */
export function NowProvider({ start, children }: { start: string; children: React.ReactNode }) {
  const [now, setNow] = useState(() => new Date(start));
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <NowContext value={now}>{children}</NowContext>;
}

export function useNow(): Date {
  const now = useContext(NowContext);
  if (!now) throw new Error("useNow needs a NowProvider above it.");
  return now;
}
