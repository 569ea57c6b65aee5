import type { IncomingHttpHeaders } from "node:http";
import ip from "ipaddr.js";

type IsTrusted = (address: string) => boolean;
type Arrived = { headers: IncomingHttpHeaders; socket: { remoteAddress?: string | undefined } };

/** What only a proxy of ours may say of where a request came from and how. */
const TOLD_BY_PROXIES = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];

/**
 * Leaves of the X-Forwarded headers what can be believed: one address, that of the client, and host and protocol where the
 * other end of the socket is a trusted proxy. The address is found from the right, hop by hop, as far as each hop is
 * trusted: what stands before the first stranger is whatever that stranger liked.
 */
export function believeForwarded({ headers, socket }: Arrived, isTrusted: IsTrusted): void {
  const { address: peer, trusted } = peerOf(socket, isTrusted);
  const told = String(headers["x-forwarded-for"] ?? "").split(",");
  const client = peer && (trusted ? clientBehind(peer, told, isTrusted) : peer);
  if (client) headers["x-forwarded-for"] = client;
  else delete headers["x-forwarded-for"];
  if (trusted) return;
  for (const name of TOLD_BY_PROXIES) delete headers[name];
}

type Peer = { address: string | null; trusted: boolean };
/** A connection has the same other end for all of its requests. */
const peers = new WeakMap<object, Peer>();

function peerOf(socket: Arrived["socket"], isTrusted: IsTrusted): Peer {
  const known = peers.get(socket);
  if (known) return known;
  const address = toAddress(socket.remoteAddress ?? "");
  const peer = { address, trusted: address !== null && isTrusted(address) };
  peers.set(socket, peer);
  return peer;
}

function clientBehind(peer: string, told: readonly string[], isTrusted: IsTrusted): string {
  let client = peer;
  for (const entry of told.toReversed()) {
    if (!isTrusted(client)) break;
    const next = toAddress(entry);
    // The hop itself is the last whom anybody can name; its callers then share a limit.
    if (!next) break;
    client = next;
  }
  return client;
}

/** The address alone, without the port that some proxies write behind it; null for what is none. */
function toAddress(text: string): string | null {
  const bare = text.trim();
  const [, inBrackets, withPort] = /^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(bare) ?? [];
  const address = inBrackets ?? withPort ?? bare;
  return ip.isValid(address) ? ip.process(address).toString() : null;
}
