import { buildOnce } from "../tests/servers/build-once";
import { INNGEST_RECIPE } from "../tests/servers/inngest-server";
import { MONGO_RECIPE } from "../tests/servers/mongo-server";
import { findProgram } from "./databases/find-program";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Builds what tests need and this machine lacks, one line each: `ready` with the file, or `skipped` with the reason. */
async function prepareTestServers(): Promise<void> {
  const mongo = process.env.MONGODB_URI ? "MONGODB_URI" : findProgram("mongod");
  if (mongo) say(`mongo-server: ready (${mongo})`);
  for (const recipe of mongo ? [INNGEST_RECIPE] : [MONGO_RECIPE, INNGEST_RECIPE]) {
    const started = Date.now();
    const built = await buildOnce(recipe, { again: true });
    const took = Date.now() - started;
    const time = took > 1_000 ? `, built in ${Math.round(took / 1_000)} s` : "";
    if ("skipped" in built) say(`${recipe.name}: skipped: ${built.skipped}`);
    else say(`${recipe.name}: ready (${built.path}${time})`);
  }
}

await prepareTestServers();
