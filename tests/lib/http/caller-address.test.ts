import { expect, it } from "vitest";
import { callerAddress } from "@/lib/http/caller-address";

it.each([
  ["203.0.113.7", "203.0.113.7"],
  ["1.1.1.1, 203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:0001:2::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  [null, "unknown"],
])("%s is counted as %s", (header, expected) => {
  const headers = new Headers(header === null ? {} : { "x-forwarded-for": header });
  expect(callerAddress(headers)).toBe(expected);
});
