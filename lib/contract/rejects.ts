import { z } from "zod";
import { REJECT_RULES } from "@/lib/model/reject";
import { STREAMS } from "@/lib/model/stream";
import { defineEndpoint } from "./endpoint";
import { RejectRow } from "./findings";

const Count = z.number().int().min(0);
const RejectId = z.strictObject({ id: z.coerce.number().int().min(1) });

/** So many rejects are read again by one request; the answer says how many are left. */
export const MOST_REPLAYED = 500;

export const getReject = defineEndpoint({
  id: "getReject",
  method: "GET",
  path: "/api/sync/rejects/{id}",
  summary: "One record that could not be kept",
  tag: "Sync",
  access: "viewer",
  params: RejectId,
  response: RejectRow,
  errors: ["not_found"],
});

/** `kept`: it is no reject any more; `rejected`: it still is one; `lost`: its answer cannot be read again. */
export const REPLAY_OUTCOMES = ["kept", "rejected", "lost"] as const;

export const Replay = z
  .object({
    message: z.string(),
    replayed: Count.meta({ description: "Rejects whose answers were read again" }),
    kept: Count.meta({ description: "Of these, no rejects any more" }),
    still_rejected: Count,
    lost: Count.meta({ description: "Their answers are not in the raw store, or not understood" }),
    left: Count.meta({ description: "Matching rejects behind these" }),
    next: z.number().int().nullable().meta({
      description: "Where to go on, as `after`; null when none are left",
    }),
    rejects: z
      .array(z.object({ id: z.number().int(), outcome: z.enum(REPLAY_OUTCOMES) }))
      .meta({ description: "What became of each" }),
  })
  .meta({ id: "Replay" });
export type Replay = z.infer<typeof Replay>;

const HOW =
  "Their kept answers are read again by the present parser, without a call; what can be kept now is kept and the reject is resolved. Doing it again changes nothing.";

export const replayReject = defineEndpoint({
  id: "replayReject",
  method: "POST",
  path: "/api/sync/rejects/{id}/replay",
  summary: "Read one reject again",
  description: HOW,
  tag: "Sync",
  access: "operator",
  keyScope: "sync",
  params: RejectId,
  response: Replay,
  errors: ["not_found"],
});

export const ReplayWish = z
  .strictObject({
    stream: z.enum(STREAMS).optional(),
    rule: z.enum(REJECT_RULES).optional(),
    ids: z
      .array(z.int().min(1))
      .min(1)
      .max(MOST_REPLAYED)
      .optional()
      .meta({ example: [1, 2] }),
    after: z.int().min(0).optional().meta({
      description: "Only rejects behind this id: where the answer before said `next`",
      example: 0,
    }),
  })
  .refine(({ stream, rule, ids }) => stream !== undefined || rule !== undefined || ids, {
    error: "must say which: a stream, a rule, ids, or several of them",
  })
  .meta({ id: "ReplayWish" });
export type ReplayWish = z.infer<typeof ReplayWish>;

export const replayRejects = defineEndpoint({
  id: "replayRejects",
  method: "POST",
  path: "/api/sync/rejects/replay",
  summary: "Read open rejects again, those of a stream, of a rule, or by id",
  description: `${HOW} At most ${MOST_REPLAYED} at a time, oldest first; \`next\` says where to go on.`,
  tag: "Sync",
  access: "operator",
  keyScope: "sync",
  body: ReplayWish,
  response: Replay,
});
