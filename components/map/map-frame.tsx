"use client";
import "leaflet/dist/leaflet.css";
import clsx from "clsx";
import type { LatLngExpression } from "leaflet";
import { AttributionControl, MapContainer, ZoomControl } from "react-leaflet";
import { LandLayer } from "./land-layer";
import styles from "./map-frame.module.css";

const WHOLE_WORLD: [[number, number], [number, number]] = [
  [-85, -200],
  [85, 200],
];

type MapFrameProps = {
  center: LatLngExpression;
  zoom: number;
  children: React.ReactNode;
};

/** Land and sea, no tiles, nothing that moves by itself. */
export const MapFrame = ({ center, zoom, children }: MapFrameProps) => (
  <MapContainer
    center={center}
    zoom={zoom}
    minZoom={1}
    maxZoom={9}
    zoomSnap={0.5}
    maxBounds={WHOLE_WORLD}
    className={clsx(styles.map)}
    zoomControl={false}
    attributionControl={false}
    scrollWheelZoom={false}
    fadeAnimation={false}
    zoomAnimation={false}
    inertia={false}
  >
    <LandLayer />
    {children}
    <ZoomControl position="topright" />
    <AttributionControl position="bottomright" prefix="Land: Natural Earth" />
  </MapContainer>
);
