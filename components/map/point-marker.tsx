"use client";
import { divIcon } from "leaflet";
import { Marker } from "react-leaflet";
import type { MapPoint } from "./map-point";
import styles from "./marks.module.css";
import { onChoose } from "./on-choose";

const PLAIN = divIcon({ className: styles.point, iconSize: [12, 12] });

/** Codes are three capital letters of the contract, so they may stand in markup. */
const lifted = (code: string) =>
  divIcon({
    className: styles.marked,
    html: `<span aria-hidden="true">${code}</span>`,
    iconSize: [14, 14],
  });

type PointMarkerProps = {
  point: Omit<MapPoint, "marked">;
  marked?: boolean;
  onOpen?: ((code: string) => void) | undefined;
};

/** One place; chosen, it opens. */
export const PointMarker = ({ point, marked = false, onOpen }: PointMarkerProps) => (
  <Marker
    position={[point.latitude, point.longitude]}
    icon={marked ? lifted(point.code) : PLAIN}
    title={`${point.code} ${point.name}`.trim()}
    zIndexOffset={marked ? 5000 : 0}
    interactive={onOpen !== undefined}
    keyboard={onOpen !== undefined}
    eventHandlers={onOpen ? onChoose(() => onOpen(point.code)) : {}}
  />
);
