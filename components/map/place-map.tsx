"use client";
import dynamic from "next/dynamic";
import { WhenVisible } from "@/components/ui/when-visible";
import { MapBox } from "./map-box";
import type { MapPoint } from "./map-point";

// Leaflet needs a window, and is heavy: it comes when a map is looked at.
const Drawing = dynamic(() => import("./place-map-drawing").then((it) => it.PlaceMapDrawing), {
  ssr: false,
});

export const PlaceMap = ({ place }: { place: Omit<MapPoint, "marked"> }) => (
  <MapBox label={`Map around ${place.name || place.code}`}>
    <WhenVisible>
      <Drawing place={place} />
    </WhenVisible>
  </MapBox>
);
