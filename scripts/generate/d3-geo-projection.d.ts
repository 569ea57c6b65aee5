/** The package ships no types; these two are what is used. */
declare module "d3-geo-projection" {
  import type { GeoProjection } from "d3-geo";
  import type { FeatureCollection, MultiPolygon } from "geojson";

  export function geoStitch(land: FeatureCollection): FeatureCollection<MultiPolygon>;
  export function geoProject(
    land: FeatureCollection<MultiPolygon>,
    projection: GeoProjection,
  ): FeatureCollection<MultiPolygon>;
}
