import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoint";

/**
 * Compares a reply with what the contract promises, a field too many included: that is how secrets leak. Throws an
 * Error, which a caller sees as `internal`.
 */
export function checkReply(endpoint: Endpoint, reply: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(reply));
  const promised = endpoint.response.safeParse(sent);
  if (!promised.success) {
    throw new Error(
      `The reply of ${endpoint.id} is not as promised:\n${z.prettifyError(promised.error)}`,
    );
  }
  if (isDeepStrictEqual(promised.data, sent)) return;
  throw new Error(`The reply of ${endpoint.id} holds more than was promised.`);
}
