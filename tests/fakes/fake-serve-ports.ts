import type { Caller } from "@/lib/auth/caller";
import type { AppError } from "@/lib/errors";
import type { ServePorts } from "@/lib/http/serve-ports";
import type { Role } from "@/lib/model/roles";

/** A world in which nothing is limited, the data are the sandbox's, and `role` says who is signed in. */
export function fakeServePorts(
  changes: Partial<ServePorts> & { role?: Role } = {},
): ServePorts & { reported: AppError[] } {
  const { role, ...ports } = changes;
  const reported: AppError[] = [];
  const caller: Caller | null = role
    ? { id: role, email: `${role}@x.org`, name: role, role, key: null }
    : null;
  return {
    findCaller: async () => caller,
    publicReads: async () => true,
    limiter: null,
    knownOrigin: () => "sandbox",
    findOrigin: async () => "sandbox",
    findDataVersion: async () => 1,
    forgetDataVersion: () => {},
    replies: null,
    now: () => Date.parse("2030-05-01T00:00:30Z"),
    appVersion: "1.0.0",
    checkReplies: true,
    reportError: (error) => reported.push(error),
    ...ports,
    reported,
  };
}
