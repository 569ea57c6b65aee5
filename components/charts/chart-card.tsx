"use client";
import { ActionIcon } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { useState } from "react";
import { Card } from "@/components/ui/card";

type ChartCardProps = {
  title: string;
  note?: React.ReactNode;
  legend?: React.ReactNode;
  chart: React.ReactNode;
  /** The same numbers. */
  table: React.ReactNode;
};

/** A chart that is also a table. */
export function ChartCard({ title, note, legend, chart, table }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false);
  const label = `Show as table: ${title}`;
  return (
    <Card
      title={title}
      note={note}
      aside={
        <>
          {legend}
          <ActionIcon
            size={28}
            aria-label={label}
            title={asTable ? "Show as chart" : "Show as table"}
            aria-pressed={asTable}
            variant={asTable ? "light" : "subtle"}
            onClick={() => setAsTable(!asTable)}
          >
            <IconTable size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </>
      }
    >
      {asTable ? table : chart}
    </Card>
  );
}
