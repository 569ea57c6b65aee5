"use client";
import { latLngBounds } from "leaflet";
import { useEffect } from "react";
import { useMap } from "react-leaflet";
import { ClusterLayer } from "./cluster-layer";
import { MapFrame } from "./map-frame";
import type { MapPoint } from "./map-point";
import { PointMarker } from "./point-marker";

/** Where most of what we follow flies. */
const HOME = { center: [50, 9.5], zoom: 4.5 } as const;

/** Shows all points when they are a choice, and home when they are everything. */
function Fit({ points, fit }: { points: readonly MapPoint[]; fit: boolean }) {
  const map = useMap();
  useEffect(() => {
    if (!fit || points.length === 0) {
      map.setView([...HOME.center], HOME.zoom);
      return;
    }
    const bounds = latLngBounds(points.map(({ latitude, longitude }) => [latitude, longitude]));
    map.fitBounds(bounds, { padding: [28, 28], maxZoom: 7 });
  }, [map, points, fit]);
  return null;
}

export type AirportMapProps = {
  points: readonly MapPoint[];
  /** Zoom to the points rather than to where we are at home. */
  fit: boolean;
  onOpen: (code: string) => void;
};

export const AirportMapDrawing = ({ points, fit, onOpen }: AirportMapProps) => (
  <MapFrame center={[...HOME.center]} zoom={HOME.zoom}>
    <ClusterLayer points={points} onOpen={onOpen} />
    {points
      .filter(({ marked }) => marked)
      .map((point) => (
        <PointMarker key={point.code} point={point} marked onOpen={onOpen} />
      ))}
    {/* Last, so that the groups already listen when it moves the map. */}
    <Fit points={points} fit={fit} />
  </MapFrame>
);
