import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signInHref } from "@/components/login/safe-path";
import { DriftTable } from "@/components/sync/drift-table";
import {
  findingsHref,
  loadFindingSearch,
  toFindingQuery,
} from "@/components/sync/finding-search-params";
import { FindingsView } from "@/components/sync/findings-view";
import { findPageCaller } from "@/lib/auth/caller";
import { findDrift } from "@/lib/db/findings/find-drift";

export const metadata: Metadata = { title: "Drift" };

const PATH = "/sync/drift";

export default async function DriftPage({ searchParams }: PageProps<"/sync/drift">) {
  const search = await loadFindingSearch(searchParams);
  if (!(await findPageCaller(await headers()))) redirect(signInHref(findingsHref(PATH, search)));
  const { items, total } = await findDrift(toFindingQuery(search));
  return (
    <FindingsView
      title="Drift"
      sub="Where answers differ from the shape that we know. It never stops a run unless a key field is gone."
      path={PATH}
      noun={["difference", "differences"]}
      note="Newest first; what was found leads to the answer it came in"
      search={search}
      total={total}
    >
      <DriftTable drift={items} />
    </FindingsView>
  );
}
