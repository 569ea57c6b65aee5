import { expect, test } from "vitest";
import { clusterIndex, discSize } from "@/components/map/cluster-index";
import { toMapPoints } from "@/components/map/map-point";

const positions = {
  codes: ["FRA", "FRF", "HHN", "JFK"],
  names: ["Frankfurt", "Frankfurt Rhein Main", "Hahn", "New York"],
  latitudes: [50.03, 50.04, 49.95, 40.64],
  longitudes: [8.57, 8.56, 7.26, -73.78],
  without_position: 0,
};
const WORLD: [number, number, number, number] = [-180, -85, 180, 85];

test("columns become points, and the tracked are marked", () => {
  const points = toMapPoints(positions, ["FRA"]);
  expect(points[3]).toEqual({
    code: "JFK",
    name: "New York",
    latitude: 40.64,
    longitude: -73.78,
    marked: false,
  });
  expect(points.filter(({ marked }) => marked).map(({ code }) => code)).toEqual(["FRA"]);
});

test("marked points stand outside the groups, and no other point is lost", () => {
  const marks = clusterIndex(toMapPoints(positions, ["FRA"])).getClusters(WORLD, 2);
  const places = marks.map(({ properties }) =>
    "point_count" in properties ? properties.point_count : 1,
  );
  expect(places.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(places).toContain(2);
});

test("near the ground every place stands alone", () => {
  const marks = clusterIndex(toMapPoints(positions, [])).getClusters(WORLD, 9);
  expect(marks).toHaveLength(4);
});

test("a disc grows with its number, up to a limit", () => {
  expect(discSize(2)).toBeLessThan(discSize(200));
  expect(discSize(10_000)).toBe(44);
});
