import { isIPv6 } from "node:net";
import type { AskedHeaders } from "./asking";

const UNKNOWN = "unknown";
const IPV4_IN_IPV6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Whose calls are counted together: an IPv4 address, or the /64 of an IPv6 address, which is what one household or
 * machine is given. Read from the last entry of X-Forwarded-For, the one that the nearest proxy wrote; entries before
 * it are whatever the caller liked. Where no proxy is trusted, guardRequests has removed what the caller sent and
 * Next has put the address of the socket there.
 */
export function callerAddress(headers: AskedHeaders): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  if (!last) return UNKNOWN;
  const mapped = IPV4_IN_IPV6.exec(last)?.[1];
  if (mapped) return mapped;
  return isIPv6(last) ? networkOf(last) : last.slice(0, 60);
}

/** The first four groups of an IPv6 address, written out: `2001:db8:0:1::/64`. */
function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const before = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  const groups = [...before, ...(tail === undefined ? [] : zeros), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
