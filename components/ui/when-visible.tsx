"use client";
import { useEffect, useRef, useState } from "react";
import styles from "./when-visible.module.css";

/**
 * Draws its children once they come near the screen. What CSS hides never comes near, so a map that a phone does not show
 * is not loaded there.
 */
export function WhenVisible({ children }: { children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element || visible) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setVisible(true),
      { rootMargin: "200px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [visible]);
  return (
    <div ref={place} className={styles.place}>
      {visible && children}
    </div>
  );
}
