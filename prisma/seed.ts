import { addSamples } from "../lib/db/add-samples";
import { deployMigrations } from "../lib/db/migrate/deploy";
import { command } from "../scripts/command";
import { withDatabases } from "../scripts/databases/with-databases";
import { SAMPLE_AIRLINES, SAMPLE_AIRPORTS } from "./samples";

await command(() =>
  withDatabases(async () => {
    await deployMigrations();
    const airports = await addSamples("airports", SAMPLE_AIRPORTS);
    const airlines = await addSamples("airlines", SAMPLE_AIRLINES);
    process.stdout.write(
      `${airports} sample airports and ${airlines} sample airlines added; what was there was left alone\n`,
    );
  }),
);
