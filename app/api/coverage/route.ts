import { listCoverageDays } from "@/lib/contract/coverage";
import { findCollectionCoverage } from "@/lib/db/coverage/find-collection-coverage";
import { sortCoverage } from "@/lib/db/coverage/sort-coverage";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listCoverageDays, async ({ query: { place, sort, stream, from, to } }) => {
    const places = place ? { places: [place] } : {};
    return sortCoverage(await findCollectionCoverage({ stream, from, to, ...places }), sort);
  }),
});
