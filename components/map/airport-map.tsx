"use client";
import dynamic from "next/dynamic";
import { WhenVisible } from "@/components/ui/when-visible";
import type { AirportMapProps } from "./airport-map-drawing";
import { MapBox } from "./map-box";

// Leaflet needs a window, and is heavy: it comes when a map is looked at.
const Drawing = dynamic(() => import("./airport-map-drawing").then((it) => it.AirportMapDrawing), {
  ssr: false,
});

/** Airports grouped on a map. Everything on it is in the table too. */
export const AirportMap = (props: AirportMapProps) => (
  <MapBox label="Map of airports. The same airports are in the table.">
    <WhenVisible>
      <Drawing {...props} />
    </WhenVisible>
  </MapBox>
);
