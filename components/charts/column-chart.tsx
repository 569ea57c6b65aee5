"use client";
import dynamic from "next/dynamic";
import { WhenVisible } from "@/components/ui/when-visible";
import styles from "./column-chart.module.css";
import type { ColumnChartProps } from "./column-chart-drawing";

// Recharts is heavy: it comes when a chart is looked at.
const Drawing = dynamic(
  () => import("./column-chart-drawing").then((it) => it.ColumnChartDrawing),
  {
    ssr: false,
  },
);

/** Columns on a zero base. `label` says in words what is seen; the numbers themselves are in the card's table. */
export const ColumnChart = ({ label, ...drawing }: ColumnChartProps & { label: string }) => (
  <div className={styles.chart} role="img" aria-label={label}>
    <WhenVisible>
      <Drawing {...drawing} />
    </WhenVisible>
  </div>
);
