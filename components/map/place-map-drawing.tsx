"use client";
import { MapFrame } from "./map-frame";
import type { MapPoint } from "./map-point";
import { PointMarker } from "./point-marker";

const NEIGHBOURHOOD_ZOOM = 5;

/** One place and the land around it. */
export const PlaceMapDrawing = ({ place }: { place: Omit<MapPoint, "marked"> }) => (
  <MapFrame center={[place.latitude, place.longitude]} zoom={NEIGHBOURHOOD_ZOOM}>
    <PointMarker point={place} marked />
  </MapFrame>
);
