"use client";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useAirportPositions } from "@/components/hooks/use-airport-positions";
import { AirportMap } from "@/components/map/airport-map";
import { toMapPoints } from "@/components/map/map-point";
import { Card } from "@/components/ui/card";
import type { AirportFilter, AirportPositions } from "@/lib/contract/airports";
import { formatCount, formatNoun } from "@/lib/format";
import styles from "./airport-map-card.module.css";

type AirportMapCardProps = {
  filter: AirportFilter;
  /** Codes of the airports that are followed. */
  tracked: readonly string[];
};

/** The same airports as the table's, all pages, on a map. */
export function AirportMapCard({ filter, tracked }: AirportMapCardProps) {
  const router = useRouter();
  const { data, isError, refetch } = useAirportPositions(filter);
  const points = useMemo(() => (data ? toMapPoints(data, tracked) : []), [data, tracked]);
  return (
    <Card title="Map" note={noteOf(data, isError)} flush className={styles.card}>
      {isError && !data ? (
        <div className={styles.failed} role="alert">
          <p>The positions could not be loaded. The table is not touched by this.</p>
          <Button variant="default" onClick={() => refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <AirportMap
          points={points}
          fit={Object.keys(filter).length > 0}
          onOpen={(code) => router.push(`/airports/${code}`)}
        />
      )}
    </Card>
  );
}

function noteOf(positions: AirportPositions | undefined, failed: boolean): string {
  if (!positions) return failed ? "Not loaded" : "Reading positions…";
  const { codes, without_position } = positions;
  const missing = without_position === 0 ? "none" : formatCount(without_position);
  return `${formatNoun(codes.length, "place")}, ${missing} without a position · grouped; blue ones are tracked`;
}
