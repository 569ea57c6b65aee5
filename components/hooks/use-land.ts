"use client";
import { useQuery } from "@tanstack/react-query";
import type { FeatureCollection, MultiLineString, MultiPolygon } from "geojson";

export type Land = FeatureCollection<
  MultiPolygon | MultiLineString,
  { kind: "land" } | { kind: "borders" }
>;

async function fetchLand(): Promise<Land> {
  const response = await fetch("/land.json");
  if (!response.ok) throw new Error(`The land of the map answered ${response.status}.`);
  // A file of our own, made by scripts/generate-data.
  return response.json() as Promise<Land>;
}

/** Land and borders of the world; null until they are there, and the map is usable without. */
export function useLand(): Land | null {
  const { data } = useQuery({
    queryKey: ["land"],
    queryFn: fetchLand,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}
