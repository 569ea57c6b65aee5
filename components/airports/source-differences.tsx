import { PlainTable } from "@/components/tables/plain-table";
import { Card } from "@/components/ui/card";
import type { Airport } from "@/lib/contract/airports";
import { MISSING } from "@/lib/format";

type Difference = { field: string; kept: string; sent: string };

const written = (value: unknown) =>
  value === null || value === undefined || value === "" ? MISSING : String(value);

const differencesOf = (airport: Airport): Difference[] =>
  Object.entries(airport.source_differences ?? {}).map(([field, sent]) => ({
    field,
    kept: written(new Map(Object.entries(airport)).get(field)),
    sent: written(sent),
  }));

/** Where a person's edit differs from what Lufthansa sends: the edit is kept, and the difference is not hidden. */
export const SourceDifferences = ({ airport }: { airport: Airport }) => (
  <Card
    title="Edited by a person"
    note="A sync does not overwrite this. Where Lufthansa says something else, it stands here."
    flush
  >
    <PlainTable
      label="Differences from the source"
      rows={differencesOf(airport)}
      rowKey={({ field }) => field}
      columns={[
        { head: "Field", render: ({ field }) => field.replaceAll("_", " ") },
        { head: "Kept", render: ({ kept }) => kept },
        { head: "Lufthansa sends", render: ({ sent }) => sent },
      ]}
    />
  </Card>
);
