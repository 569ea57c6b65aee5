"use client";
import { divIcon, type Map as LeafletMap } from "leaflet";
import { useMemo, useState } from "react";
import { Marker, useMap, useMapEvents } from "react-leaflet";
import type { PointFeature } from "supercluster";
import { formatCount, formatNoun } from "@/lib/format";
import { clusterIndex, discSize } from "./cluster-index";
import type { MapPoint } from "./map-point";
import styles from "./marks.module.css";
import { onChoose } from "./on-choose";
import { PointMarker } from "./point-marker";

type View = { box: [number, number, number, number]; zoom: number };

function viewOf(map: LeafletMap): View {
  const bounds = map.getBounds();
  return {
    box: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    zoom: Math.round(map.getZoom()),
  };
}

const discIcon = (count: number) => {
  const size = discSize(count);
  return divIcon({
    className: styles.disc,
    html: `<span aria-hidden="true">${formatCount(count)}</span>`,
    iconSize: [size, size],
  });
};

type ClusterLayerProps = {
  points: readonly MapPoint[];
  onOpen: (code: string) => void;
};

/** Places near each other as one disc with their number; opened, the map goes where they part. */
export function ClusterLayer({ points, onOpen }: ClusterLayerProps) {
  const map = useMap();
  const index = useMemo(() => clusterIndex(points), [points]);
  const [view, setView] = useState(() => viewOf(map));
  useMapEvents({ moveend: () => setView(viewOf(map)), resize: () => setView(viewOf(map)) });
  const marks = useMemo(() => index.getClusters(view.box, view.zoom), [index, view]);

  const open = (id: number, latitude: number, longitude: number) => {
    map.setView([latitude, longitude], index.getClusterExpansionZoom(id));
    // The disc is gone now; without this the keyboard would start over at the top of the page.
    map.getContainer().focus({ preventScroll: true });
  };

  return marks.map((mark) => {
    const [longitude = 0, latitude = 0] = mark.geometry.coordinates;
    if (!("cluster_id" in mark.properties)) {
      const { code, name } = (mark as PointFeature<{ code: string; name: string }>).properties;
      return <PointMarker key={code} point={{ code, name, latitude, longitude }} onOpen={onOpen} />;
    }
    const { cluster_id, point_count } = mark.properties;
    return (
      <Marker
        key={`disc-${cluster_id}`}
        position={[latitude, longitude]}
        icon={discIcon(point_count)}
        title={`${formatNoun(point_count, "place")}, zoom in`}
        eventHandlers={onChoose(() => open(cluster_id, latitude, longitude))}
      />
    );
  });
}
