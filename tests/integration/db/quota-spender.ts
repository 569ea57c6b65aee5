import { closePool } from "../../../lib/db/pool";
import { createQuota } from "../../../lib/db/quota";

/** A process of its own that reserves with several spenders at once until the hour is spent, and prints how many it got. */
const [keyHash = "", perSecond = "0", perHour = "0", spenders = "1"] = process.argv.slice(2);
const quota = createQuota({
  keyHash,
  limits: { callsPerSecond: Number(perSecond), callsPerHour: Number(perHour) },
});

async function spendAll(): Promise<number> {
  for (let got = 0; ; got += 1) {
    const reservation = await quota.reserve();
    if (reservation.kind === "spent") return got;
  }
}

const got = await Promise.all(Array.from({ length: Number(spenders) }, spendAll));
await closePool();
process.stdout.write(JSON.stringify(got));
