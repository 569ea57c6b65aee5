import { hostname } from "node:os";
import { identityOf, isAlive } from "@/lib/process-identity";

/** This process as the owner of leases: host, process number and start, so that another can tell whether it still lives. */
export function processOwner(): string {
  const { pid, startedAt } = identityOf(process.pid);
  return [hostname(), pid, startedAt].join("|");
}

/** Whether a lease's owner is a process of this host that is gone; of other hosts and of Inngest only time can tell. */
export function isOwnerDead(owner: string): boolean {
  const [host, pid, startedAt] = owner.split("|");
  if (host !== hostname() || !pid || !startedAt) return false;
  return !isAlive({ pid: Number(pid), startedAt });
}
