"use client";
import { useComputedColorScheme } from "@mantine/core";
import type { Feature } from "geojson";
import { canvas, type PathOptions } from "leaflet";
import { useMemo } from "react";
import { GeoJSON, Pane } from "react-leaflet";
import { useLand } from "@/components/hooks/use-land";
import { TOKENS } from "@/components/layout/tokens";

const PANE = "land";

/** Land in a pane and canvas of its own, or it would paint over the points. A canvas takes hex, so it follows the scheme here. */
export function LandLayer() {
  const land = useLand();
  const scheme = useComputedColorScheme("light");
  const renderer = useMemo(() => canvas({ pane: PANE, padding: 0.3 }), []);
  const token = TOKENS[scheme];
  const style = (feature?: Feature): PathOptions =>
    feature?.properties?.kind === "land"
      ? { fillColor: token.land, fillOpacity: 1, stroke: false }
      : { color: token.sheet, weight: 0.8, opacity: 0.9, fill: false };
  return (
    <Pane name={PANE} style={{ zIndex: 200 }}>
      {land && (
        <GeoJSON
          key={scheme}
          data={land}
          interactive={false}
          pane={PANE}
          style={style}
          {...{ renderer }}
        />
      )}
    </Pane>
  );
}
