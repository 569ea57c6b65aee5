import type { Json } from "@/lib/model/json";
import type { Step } from "@/lib/sync/ports";

type Stored = { data: string } | { error: { name: string; message: string } };

const AGAIN = Symbol("again");

/**
 * Drives a function as Inngest does: it is called again from the top after each new step, steps that were done answer
 * from memory, what they answer has been through JSON, and an error that outlives its retries keeps only name and message.
 */
export async function replay<Result>(
  work: (step: Step) => Promise<Result>,
  { tries = 2 }: { tries?: number } = {},
): Promise<{ result: Result; steps: string[]; invocations: number }> {
  const memory = new Map<string, Stored>();
  for (let invocations = 1; ; invocations++) {
    const outcome = await invoke(work, memory, tries);
    if (outcome !== AGAIN) return { result: outcome, steps: [...memory.keys()], invocations };
  }
}

function invoke<Result>(
  work: (step: Step) => Promise<Result>,
  memory: Map<string, Stored>,
  tries: number,
): Promise<Result | typeof AGAIN> {
  return new Promise((resolve, reject) => {
    const used = new Set<string>();
    const once = async <T extends Json>(id: string, run: () => Promise<T>): Promise<T> => {
      if (used.has(id)) throw new Error(`Step ${id} is used twice`);
      used.add(id);
      const stored = memory.get(id);
      if (stored) return recall<T>(stored);
      memory.set(id, await attempt(run, tries));
      resolve(AGAIN);
      return new Promise<T>(() => undefined);
    };
    const step: Step = {
      run: once,
      sleepUntil: (id, until) => once(id, async () => until.toISOString()).then(() => undefined),
    };
    work(step).then(resolve, reject);
  });
}

async function attempt(run: () => Promise<Json>, tries: number): Promise<Stored> {
  try {
    return { data: JSON.stringify(await run()) };
  } catch (error) {
    if (tries > 1) return attempt(run, tries - 1);
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message } };
  }
}

function recall<T extends Json>(stored: Stored): T {
  if ("error" in stored) throw Object.assign(new Error(stored.error.message), stored.error);
  return JSON.parse(stored.data);
}
