import { openMongoPayloadStore } from "@/lib/raw/mongodb";
import { type Finding, findingOf, messageOf } from "./finding";

/** Where raw answers go. `mongod` is the program found on this machine, if any. */
export async function checkRawStore(
  mongodbUri: string | undefined,
  mongod: string | null,
): Promise<Finding> {
  const finding = findingOf("Raw store");
  if (mongodbUri) return checkMongodb(mongodbUri);
  if (mongod) return finding("ok", `a private MongoDB (${mongod}), started by npm run up`);
  return finding(
    "warning",
    "no MongoDB: raw answers go to MySQL",
    "That works. For MongoDB set MONGODB_URI or install mongod, then npm run raw:move -- --to mongodb",
  );
}

async function checkMongodb(uri: string): Promise<Finding> {
  const finding = findingOf("Raw store");
  try {
    const store = await openMongoPayloadStore(uri);
    const { answers } = await store.stats().finally(() => store.close());
    return finding("ok", `MongoDB (MONGODB_URI), ${answers} answers`);
  } catch (error) {
    return finding("error", messageOf(error), "Start that server, or correct MONGODB_URI");
  }
}
