import type { Ledger, SyncPorts } from "@/lib/sync/ports";

/** The process is gone: nothing it does from here on happens. */
export class Crash extends Error {
  override name = "Crash";
}

/** When to die: at which call of any port (from 1), before it has an effect or after, with its answer lost. */
export type CrashPoint = { call: number; when: "before" | "after" };

type AnyCall = (...args: never[]) => Promise<unknown>;

/** The same ports in a process that dies at a given call. `calls` lists what was called until then. */
export function crashingPorts<Rec>(
  ports: SyncPorts<Rec>,
  point: CrashPoint | null,
): { ports: SyncPorts<Rec>; calls: string[] } {
  const calls: string[] = [];
  let isDead = false;
  const dieIf = (condition: boolean) => {
    isDead ||= condition;
    if (isDead) throw new Crash();
  };
  const mortal = <Call extends AnyCall>(name: string, call: Call): Call => {
    const guarded = async (...args: never[]) => {
      const isPoint = calls.length + 1 === point?.call;
      dieIf(isPoint && point?.when === "before");
      calls.push(name);
      const answer = await call(...args);
      dieIf(isPoint);
      return answer;
    };
    // It takes what the call takes and answers what it answers.
    return guarded as Call;
  };
  const { ledger } = ports;
  const mortalLedger: Ledger<Rec> = {
    claim: mortal("claim", ledger.claim),
    plan: mortal("plan", ledger.plan),
    next: mortal("next", ledger.next),
    noteCall: mortal("noteCall", ledger.noteCall),
    codeBefore: mortal("codeBefore", ledger.codeBefore),
    load: mortal("load", ledger.load),
    wait: mortal("wait", ledger.wait),
    fail: mortal("fail", ledger.fail),
    release: mortal("release", ledger.release),
    finish: mortal("finish", ledger.finish),
  };
  return {
    calls,
    ports: {
      step: ports.step,
      source: { ask: mortal("ask", ports.source.ask) },
      ledger: mortalLedger,
      keepAnswer: mortal("keepAnswer", ports.keepAnswer),
      knowledge: mortal("knowledge", ports.knowledge),
      isOutranked: ports.isOutranked,
    },
  };
}
