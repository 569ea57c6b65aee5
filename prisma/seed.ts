import { addMissing } from "../lib/db/add-missing";
import { deployMigrations } from "../lib/db/migrate/deploy";
import { command } from "../scripts/command";
import { withDatabases } from "../scripts/databases/with-databases";
import { SAMPLE_AIRLINES, SAMPLE_AIRPORTS } from "./samples";

await command(() =>
  withDatabases(async () => {
    await deployMigrations();
    const airports = await addMissing("airports", SAMPLE_AIRPORTS, "sample");
    const airlines = await addMissing("airlines", SAMPLE_AIRLINES, "sample");
    process.stdout.write(
      `${airports} sample airports and ${airlines} sample airlines added; what was there was left alone\n`,
    );
  }),
);
