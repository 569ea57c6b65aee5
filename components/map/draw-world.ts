import type { Land } from "@/components/hooks/use-land";
import type { AirportPositions } from "@/lib/contract/airports";
import { type Degrees, greatCircle } from "./great-circle";

type World = {
  land: Land;
  airports: AirportPositions | null;
  routes: readonly { departure: string; arrival: string }[];
  colours: { land: string; sheet: string; accent: string; d0: string };
};

/** The part of the world to fill the canvas with: no poles, and no empty Pacific. */
const VIEW = { west: -128, east: 152, south: -56, north: 74 };

const mercator = (latitude: number) =>
  Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * (180 / Math.PI);

/** Fills the canvas: pixels of a place, as large as covers it all. */
function projection(width: number, height: number): (place: Degrees) => [number, number] {
  const [top, bottom] = [mercator(VIEW.north), mercator(VIEW.south)];
  const scale = Math.max(width / (VIEW.east - VIEW.west), height / (top - bottom));
  const [left, middle] = [(VIEW.west + VIEW.east) / 2, (top + bottom) / 2];
  return ([longitude, latitude]) => [
    width / 2 + (longitude - left) * scale,
    height / 2 - (mercator(Math.max(-85, Math.min(85, latitude))) - middle) * scale,
  ];
}

/** Draws land, a dot for each airport and a line for each route, at the screen's own resolution. */
export function drawWorld(canvas: HTMLCanvasElement, world: World): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const density = window.devicePixelRatio || 1;
  canvas.width = width * density;
  canvas.height = height * density;
  context.scale(density, density);
  const project = projection(width, height);
  drawLand(context, world, project);
  if (world.airports) {
    drawAirports(context, world.airports, world.colours.d0, project);
    drawRoutes(context, world, project);
  }
}

type Project = ReturnType<typeof projection>;

function tracePath(lines: readonly (readonly number[][])[], project: Project): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    line.forEach(([longitude = 0, latitude = 0], index) => {
      const [x, y] = project([longitude, latitude]);
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
  }
  return path;
}

function drawLand(context: CanvasRenderingContext2D, { land, colours }: World, project: Project) {
  for (const { geometry } of land.features) {
    if (geometry.type === "MultiPolygon") {
      context.fillStyle = colours.land;
      context.fill(tracePath(geometry.coordinates.flat(), project), "evenodd");
    } else {
      context.strokeStyle = colours.sheet;
      context.lineWidth = 0.7;
      context.stroke(tracePath(geometry.coordinates, project));
    }
  }
}

function drawAirports(
  context: CanvasRenderingContext2D,
  airports: AirportPositions,
  colour: string,
  project: Project,
) {
  context.fillStyle = colour;
  context.globalAlpha = 0.55;
  airports.longitudes.forEach((longitude, index) => {
    const [x, y] = project([longitude, airports.latitudes[index] ?? 0]);
    context.fillRect(x - 0.75, y - 0.75, 1.5, 1.5);
  });
  context.globalAlpha = 1;
}

function drawRoutes(context: CanvasRenderingContext2D, world: World, project: Project) {
  const { airports, routes, colours } = world;
  const placeOf = (code: string): Degrees | null => {
    const index = airports?.codes.indexOf(code) ?? -1;
    return index < 0 ? null : [airports?.longitudes[index] ?? 0, airports?.latitudes[index] ?? 0];
  };
  context.strokeStyle = colours.accent;
  context.fillStyle = colours.accent;
  for (const { departure, arrival } of routes) {
    const [from, to] = [placeOf(departure), placeOf(arrival)];
    const way = from && to && greatCircle(from, to);
    if (!way) continue;
    context.lineWidth = 1.2;
    context.globalAlpha = 0.6;
    context.stroke(tracePath([way.map((point) => [...point])], project));
    context.globalAlpha = 1;
    for (const end of [from, to]) {
      context.beginPath();
      context.arc(...project(end), 3, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
