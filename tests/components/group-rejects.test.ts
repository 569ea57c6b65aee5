import { expect, test } from "vitest";
import { groupRejects } from "@/components/sync/group-rejects";
import type { RejectRow } from "@/lib/contract/findings";

const aReject = (part: Partial<RejectRow>): RejectRow => ({
  id: 1,
  stream: "airports",
  rule: "duplicate_code",
  key: "GOM",
  field: null,
  value: null,
  message: "",
  sample: "{}",
  run_id: "",
  payload_id: "",
  seen_count: 1,
  resolved_at: null,
  first_seen_at: "2026-11-23T10:00:00.000Z",
  last_seen_at: "2026-11-23T10:00:00.000Z",
  ...part,
});

test("groups are of one rule and one list, the largest first, and lose no record", () => {
  const groups = groupRejects([
    aReject({ id: 1, key: "748", stream: "aircraft" }),
    aReject({ id: 2, key: "HBX" }),
    aReject({ id: 3, key: "GOM" }),
    aReject({ id: 4, key: "X", rule: "missing_code" }),
  ]);
  const written = groups.map(
    ({ rule, stream, rows }) => `${rule} ${stream}: ${rows.map(({ key }) => key).join(" ")}`,
  );
  expect(written).toEqual([
    "duplicate_code airports: GOM HBX",
    "duplicate_code aircraft: 748",
    "missing_code airports: X",
  ]);
});
