import { execute } from "./execute";

/** Notes how many calls one live round is expected to need, so that other work with the same key leaves them. */
export async function noteLiveNeed(keyHash: string, callsPerRound: number): Promise<void> {
  await execute(
    `INSERT INTO quota_pace (key_hash, next_call_at, live_round_calls) VALUES (?, UTC_TIMESTAMP(3), ?)
     ON DUPLICATE KEY UPDATE live_round_calls = VALUES(live_round_calls)`,
    [keyHash, callsPerRound],
  );
}
