import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signInHref } from "@/components/login/safe-path";
import {
  findingsHref,
  loadFindingSearch,
  toFindingQuery,
} from "@/components/sync/finding-search-params";
import { FindingsView } from "@/components/sync/findings-view";
import { RejectTable } from "@/components/sync/reject-table";
import { findPageCaller } from "@/lib/auth/caller";
import { findRejects } from "@/lib/db/findings/find-rejects";

export const metadata: Metadata = { title: "Rejects" };

const PATH = "/sync/rejects";

export default async function RejectsPage({ searchParams }: PageProps<"/sync/rejects">) {
  const search = await loadFindingSearch(searchParams);
  if (!(await findPageCaller(await headers()))) redirect(signInHref(findingsHref(PATH, search)));
  const { items, total } = await findRejects(toFindingQuery(search));
  return (
    <FindingsView
      title="Rejects"
      sub="Records that could not be kept. Seen again, one is counted on instead of written twice."
      path={PATH}
      noun={["reject", "rejects"]}
      note="Newest first; the record leads to the answer it came in"
      search={search}
      total={total}
    >
      <RejectTable rejects={items} />
    </FindingsView>
  );
}
