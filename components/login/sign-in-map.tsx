"use client";
import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useAirportPositions } from "@/components/hooks/use-airport-positions";
import { useLand } from "@/components/hooks/use-land";
import { TOKENS } from "@/components/layout/tokens";
import { drawWorld } from "@/components/map/draw-world";
import { WhenVisible } from "@/components/ui/when-visible";
import styles from "./sign-in-map.module.css";

type Routes = readonly { departure: string; arrival: string }[];
const EVERYTHING = {};

/** The world with every airport that is stored, and the routes that are followed. An ornament: it says nothing the pages do not. */
export const SignInMap = ({ routes }: { routes: Routes }) => (
  <div className={styles.map} aria-hidden="true">
    <WhenVisible>
      <World routes={routes} />
    </WhenVisible>
  </div>
);

function World({ routes }: { routes: Routes }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme("light");
  const land = useLand();
  const { data: airports } = useAirportPositions(EVERYTHING);
  useEffect(() => {
    const element = canvas.current;
    if (!element || !land) return;
    const draw = () =>
      drawWorld(element, { land, airports: airports ?? null, routes, colours: TOKENS[scheme] });
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [land, airports, routes, scheme]);
  return <canvas ref={canvas} className={styles.canvas} />;
}
