import ip from "ipaddr.js";

type Range = ReturnType<typeof ip.parseCIDR>;

/** Words for what is near: this machine, its own network segment, and the networks that are nobody's outside. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  private: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/** Whether this is an address, a range (`10.0.0.0/8`) or one of our words. */
export const isAddressRange = (text: string): boolean =>
  Object.hasOwn(WORDS, text) || ip.isValidCIDR(text) || isWholeAddress(text);

/**
 * Which addresses these ranges hold. An IPv4 address counts as itself where a socket shows it as IPv6 (`::ffff:10.0.0.1`).
 * Each range must be one that `isAddressRange` knows.
 */
export function trustedAddresses(ranges: readonly string[]): (address: string) => boolean {
  const parsed = ranges.flatMap((text) => WORDS[text] ?? [text]).map(toRange);
  return (address) => {
    if (!ip.isValid(address)) return false;
    const asked = ip.process(address);
    return parsed.some((range) => range[0].kind() === asked.kind() && asked.match(range));
  };
}

function toRange(text: string): Range {
  if (ip.isValidCIDR(text)) return ip.parseCIDR(text);
  const address = ip.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/** `10.1` is an old way to write 10.0.0.1, and more likely a slip. */
const isWholeAddress = (text: string): boolean =>
  ip.IPv6.isValid(text) || ip.IPv4.isValidFourPartDecimal(text);
