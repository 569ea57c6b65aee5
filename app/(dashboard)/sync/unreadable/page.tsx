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
import { UnreadableTable } from "@/components/sync/unreadable-table";
import { findPageCaller } from "@/lib/auth/caller";
import { findUnreadable } from "@/lib/db/findings/find-unreadable";

export const metadata: Metadata = { title: "Unreadable positions" };

const PATH = "/sync/unreadable";

export default async function UnreadablePage({ searchParams }: PageProps<"/sync/unreadable">) {
  const search = await loadFindingSearch(searchParams);
  if (!(await findPageCaller(await headers()))) redirect(signInHref(findingsHref(PATH, search)));
  const { items, total } = await findUnreadable(toFindingQuery(search));
  return (
    <FindingsView
      title="Unreadable positions"
      sub="List positions where the source answers with an error. They are asked again in every run, for they heal."
      path={PATH}
      noun={["unreadable position", "unreadable positions"]}
      note="By list and position; the status leads to the answer as it was kept"
      search={search}
      total={total}
    >
      <UnreadableTable positions={items} />
    </FindingsView>
  );
}
