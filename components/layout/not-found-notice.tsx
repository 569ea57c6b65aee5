import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

type NotFoundNoticeProps = { what: string; children?: React.ReactNode };

/** An address that leads nowhere, and where to go instead. */
export const NotFoundNotice = ({ what, children }: NotFoundNoticeProps) => (
  <EmptyState
    title={what}
    heading="h1"
    actions={
      <>
        <LinkButton href="/">Overview</LinkButton>
        <LinkButton href="/airports" variant="default">
          Airports
        </LinkButton>
        <LinkButton href="/sync" variant="default">
          Data Sync
        </LinkButton>
      </>
    }
  >
    {children ?? "The address may be mistyped, or what it named is no longer kept."}
  </EmptyState>
);
