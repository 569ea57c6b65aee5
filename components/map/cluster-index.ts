import Supercluster from "supercluster";
import type { MapPoint } from "./map-point";

/** From this zoom on every place stands alone. */
const ALONE_FROM_ZOOM = 9;
const RADIUS_PX = 56;

export type ClusterIndex = Supercluster<{ code: string; name: string }>;

/** Groups the points that are not marked, for every zoom at once. */
export function clusterIndex(points: readonly MapPoint[]): ClusterIndex {
  const index: ClusterIndex = new Supercluster({
    radius: RADIUS_PX,
    maxZoom: ALONE_FROM_ZOOM - 1,
    extent: 256,
  });
  index.load(
    points
      .filter(({ marked }) => !marked)
      .map(({ code, name, latitude, longitude }) => ({
        type: "Feature",
        properties: { code, name },
        geometry: { type: "Point", coordinates: [longitude, latitude] },
      })),
  );
  return index;
}

/** Diameter in pixels of the disc of `count` places: it grows with the root, as an area does. */
export const discSize = (count: number): number =>
  Math.round(Math.min(44, 20 + Math.sqrt(count) * 0.9));
