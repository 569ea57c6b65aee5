"use client";
import "@mantine/charts/styles.layer.css";
import { BarChart } from "@mantine/charts";
import { formatCount } from "@/lib/format";
import { axisTicks } from "./axis-ticks";
import styles from "./column-chart-drawing.module.css";
import { nameLines } from "./name-lines";

export type ColumnChartProps = {
  columns: readonly { name: string; value: number }[];
  /** What a column counts, for the tooltip. */
  unit: string;
};

const SERIES = [{ name: "value", color: "var(--c-d0)" }];

export function ColumnChartDrawing({ columns, unit }: ColumnChartProps) {
  const ticks = axisTicks(Math.max(0, ...columns.map(({ value }) => value)));
  return (
    <BarChart
      h={248}
      data={columns.map((column) => ({ ...column }))}
      dataKey="name"
      series={SERIES}
      gridAxis="x"
      tickLine="none"
      strokeDasharray="0"
      className={styles.chart}
      xAxisProps={{ interval: 0, height: 40, tickMargin: 6, tick: WrappedTick }}
      yAxisProps={{
        width: 44,
        ticks,
        domain: [0, ticks.at(-1) ?? 1],
        axisLine: false,
        tickFormatter: formatCount,
      }}
      withBarValueLabel
      valueLabelProps={{ fontSize: 11.5, fill: "var(--c-text2)" }}
      valueFormatter={formatCount}
      barProps={{ isAnimationActive: false, maxBarSize: 64 }}
      barChartProps={{
        accessibilityLayer: false,
        barCategoryGap: "22%",
        margin: { top: 16, right: 4, left: 0, bottom: 0 },
      }}
      tooltipProps={{
        isAnimationActive: false,
        content: ({ payload }) => {
          const column = payload?.[0]?.payload as ColumnChartProps["columns"][number] | undefined;
          return column ? (
            <div className={styles.tip}>
              <b>{column.name}</b>
              <span>
                {formatCount(column.value)} {unit}
              </span>
            </div>
          ) : null;
        },
      }}
    />
  );
}

type TickProps = {
  x?: number | string;
  y?: number | string;
  width?: number | string;
  visibleTicksCount?: number;
  payload?: { value: string };
};

/** A name takes as many lines as its column is narrow. */
function WrappedTick({ x = 0, y = 0, width = 0, visibleTicksCount = 1, payload }: TickProps) {
  const lines = nameLines(payload?.value ?? "", Number(width) / visibleTicksCount);
  return (
    <text x={x} y={y} textAnchor="middle" className={styles.tick}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? "0.9em" : "1.15em"}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
