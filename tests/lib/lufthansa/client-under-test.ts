import { createLufthansaClient, type LufthansaClientOptions } from "@/lib/lufthansa/client";
import type { Attempt, Question } from "@/lib/model/answer";
import { type FakeQuota, fakeQuota } from "../../fakes/fake-quota";
import type { ScriptedServer } from "../../fakes/scripted-server";

export const CLIENT_SECRET = "s3cret/of+the=client";

/** A client on a scripted server whose sleeps take no time, with everything it did on the record. */
export function clientUnderTest(
  server: ScriptedServer,
  options: Partial<LufthansaClientOptions> & { quota?: FakeQuota } = {},
) {
  const quota = options.quota ?? fakeQuota();
  const slept: number[] = [];
  const logged: unknown[] = [];
  const attempts: Attempt[] = [];
  let time = Date.parse("2030-05-01T10:00:00Z");
  const client = createLufthansaClient({
    baseUrl: server.baseUrl,
    credentials: { clientId: "client-1", clientSecret: CLIENT_SECRET },
    fetch,
    now: () => new Date(time),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    random: () => 1,
    log: { warn: (...parts) => logged.push(parts) },
    timeoutMs: 2000,
    ...options,
    quota,
  });
  return {
    client,
    quota,
    slept,
    logged,
    attempts,
    letPass: (milliseconds: number) => {
      time += milliseconds;
    },
    ask: (question: Question = { path: "/mds-references/countries" }) =>
      client.ask(question, async (attempt) => {
        attempts.push(attempt);
      }),
  };
}

/** The status of each answer told, or why there was none. */
export const told = (attempts: readonly Attempt[]): (number | string)[] =>
  attempts.map((one) => (one.kind === "answer" ? one.answer.status : one.reason));

export const backendError = (
  type = "ResourceNotFound",
  code: string | number = "2021",
  description = "Invalid airport code.",
) => ({
  ProcessingErrors: {
    ProcessingError: { "@RetryIndicator": false, Type: type, Code: code, Description: description },
  },
});
