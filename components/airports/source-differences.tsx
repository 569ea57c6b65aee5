import { PlainTable } from "@/components/tables/plain-table";
import { Card } from "@/components/ui/card";
import type { Airport } from "@/lib/contract/airports";
import { MISSING } from "@/lib/format";

type Edited = { field: string; kept: string; said: string };

const SAYERS = new Map<unknown, string>([
  ["lufthansa", "Lufthansa says"],
  ["open_data", "Open data says"],
  ["sample", "The sample says"],
]);

const written = (value: unknown) =>
  value === null || value === undefined || value === "" ? MISSING : String(value);

function editedOf(airport: Airport): Edited[] {
  const kept = new Map<string, unknown>(Object.entries(airport));
  return airport.manual_fields.map((field) => ({
    field,
    kept: written(kept.get(field)),
    said: String(airport.source_differences?.[field] ?? "nothing else"),
  }));
}

/** What a person set, beside what the source says instead: the edit is kept, and the difference is not hidden. */
export const SourceDifferences = ({ airport }: { airport: Airport }) => (
  <Card
    title="Edited by a person"
    note="No sync overwrites this; all else follows the source."
    flush
  >
    <PlainTable
      label="What a person set"
      rows={editedOf(airport)}
      rowKey={({ field }) => field}
      columns={[
        { head: "Field", render: ({ field }) => field.replaceAll("_", " ") },
        { head: "Kept", render: ({ kept }) => kept },
        {
          head: SAYERS.get(airport.source_differences?.source) ?? "Others say",
          render: ({ said }) => said,
        },
      ]}
    />
  </Card>
);
