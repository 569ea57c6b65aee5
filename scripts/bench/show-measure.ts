import type { Measure } from "./measure";

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");

/** What was measured as lines for people. */
export function showMeasure(measured: Measure): string {
  const { pipeline, bare } = measured;
  const { phases, seconds, processor } = pipeline.middle;
  const pace = ({ best, median, worst }: Measure["bare"]) =>
    `${whole(median).padStart(8)} flights/s   (best ${whole(best)}, worst ${whole(worst)})`;
  const second = (name: string, value: number, note = "") =>
    `  ${name.padEnd(14)}${value.toFixed(2).padStart(8)} s ${note}`;
  return [
    `${whole(measured.flights)} flights, seen ${whole(measured.observations)} times in ${whole(measured.answers)} answers (${measured.megabytes.toFixed(1)} MB)`,
    `raw to rows     ${pace(pipeline)}`,
    second("all", seconds, `(this process worked ${processor.toFixed(2)} s)`),
    second("parse", phases.parse),
    second("normalize", phases.normalize),
    second("merge, write", phases.load, "while the next answers are parsed and normalized"),
    `bare insert     ${pace(bare)}`,
    `ratio           ${measured.ratio.toFixed(2).padStart(8)}`,
    `peak memory     ${whole(measured.peakMegabytes).padStart(8)} MB`,
    `stored          ${whole(measured.bytesPerFlight).padStart(8)} bytes a flight, with indexes`,
  ].join("\n");
}
