import type { RunTask } from "@/lib/model/run";

/**
 * Runs of one lane are worked on one after the other. What asks Lufthansa shares one quota, so a second worker would only
 * wait; rebuilding rows needs none and must not stand behind it. Imports are worked on by the command that reads the files.
 */
export const LANES: readonly (readonly RunTask[])[] = [["collect", "backfill"], ["normalize"]];
