import Link from "next/link";
import { PageHead } from "@/components/layout/page-head";
import { Pager } from "@/components/tables/pager";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNoun } from "@/lib/format";
import { FINDINGS_SHOWN, type FindingSearch, findingsHref, toPage } from "./finding-search-params";
import { StreamTabs } from "./stream-tabs";

type FindingsViewProps = {
  title: string;
  sub: string;
  path: `/sync/${string}`;
  noun: [one: string, many: string];
  /** In what order they stand, and what of each leads to the answer it came in. */
  note: string;
  search: FindingSearch;
  total: number;
  children: React.ReactNode;
};

/** All findings of one kind, by list. */
export function FindingsView({
  title,
  sub,
  path,
  noun,
  note,
  search,
  total,
  children,
}: FindingsViewProps) {
  return (
    <>
      <PageHead
        parent={{ href: "/sync", name: "Data Sync", here: title }}
        title={title}
        sub={sub}
      />
      <StreamTabs chosen={search.stream} hrefOf={(stream) => findingsHref(path, { stream })} />
      <Card title={formatNoun(total, ...noun)} note={note} flush>
        {total > 0 ? (
          <>
            {children}
            <Pager
              page={toPage(search)}
              pageSize={FINDINGS_SHOWN}
              total={total}
              noun={noun}
              hrefOf={(page) => findingsHref(path, { ...search, page })}
            />
          </>
        ) : (
          <EmptyState title="None" actions={<Link href="/sync">Back to Data Sync</Link>}>
            {search.stream ? "None in this list." : "None in any list."}
          </EmptyState>
        )}
      </Card>
    </>
  );
}
