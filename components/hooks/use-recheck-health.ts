"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { getHealth } from "@/lib/contract/system";

/** Asks for the health at once, where something has just gone wrong. */
export function useRecheckHealth(): void {
  const client = useQueryClient();
  useEffect(() => {
    void client.invalidateQueries({ queryKey: [getHealth.id] });
  }, [client]);
}
