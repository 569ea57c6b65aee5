import { runSync } from "./functions/run-sync";
import { weeklyReferenceSync } from "./functions/weekly-reference-sync";

/** Everything that Inngest runs for us. */
export const functions = [runSync, weeklyReferenceSync];
