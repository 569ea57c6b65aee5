import { geoEquirectangular } from "d3-geo";
import { geoProject, geoStitch } from "d3-geo-projection";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { readPackage } from "./read-package";
import { type Position, simplifyLine } from "./simplify-line";

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** About two kilometres: less than a pixel on the zooms that the map offers. */
const TOLERANCE_DEGREES = 0.02;

const rounded = ([x, y]: readonly number[]): Position => [
  Math.round((x ?? 0) * 100) / 100,
  Math.round((y ?? 0) * 100) / 100,
];

const simplified = (line: readonly (readonly number[])[]) =>
  simplifyLine(line.map(rounded), TOLERANCE_DEGREES);

/** A ring begins where it ends, which Douglas-Peucker cannot see past: it is simplified in two halves. */
function simplifiedRing(ring: readonly (readonly number[])[]) {
  const middle = Math.floor(ring.length / 2);
  return [...simplified(ring.slice(0, middle + 1)), ...simplified(ring.slice(middle)).slice(1)];
}

/** Land cut at the antimeridian (a flat map would draw Chukotka across the world), and borders between countries. */
export function generateLand(date: string): string {
  const world = readPackage<World>("world-atlas/countries-50m.json");
  // One unit a degree, and no points added along straight lines: the result is longitude and minus latitude.
  const degrees = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0);
  const cut = geoProject(geoStitch(feature(world, world.objects.land)), degrees);
  const polygons = cut.features
    .flatMap(({ geometry }) => geometry.coordinates)
    .map((polygon) =>
      polygon
        .map((ring) => simplifiedRing(ring.map(([x = 0, y = 0]) => [x, -y])))
        .filter((ring) => ring.length > 3),
    )
    .filter((polygon) => polygon.length > 0);
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
  return `${JSON.stringify({
    type: "FeatureCollection",
    about: {
      source:
        "Natural Earth 1:50m, as shipped by npm world-atlas 2.0.2; simplified to 0.02 degrees",
      licence: "public domain (Natural Earth)",
      date,
    },
    features: [
      {
        type: "Feature",
        properties: { kind: "land" },
        geometry: { type: "MultiPolygon", coordinates: polygons },
      },
      {
        type: "Feature",
        properties: { kind: "borders" },
        geometry: { type: "MultiLineString", coordinates: borders.coordinates.map(simplified) },
      },
    ],
  })}\n`;
}
