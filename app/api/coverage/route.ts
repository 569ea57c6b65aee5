import { listCoverageDays } from "@/lib/contract/coverage";
import { findCollectionCoverage } from "@/lib/db/coverage/find-collection-coverage";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listCoverageDays, ({ query: { place, ...wish } }) =>
    findCollectionCoverage({ ...wish, ...(place ? { places: [place] } : {}) }),
  ),
});
