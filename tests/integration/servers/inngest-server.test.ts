import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { afterAll, describe, expect, test, vi } from "vitest";
import { startInngest } from "@/tests/servers/inngest-server";

const app = createServer().listen(0, "127.0.0.1");
await once(app, "listening");
// An address of a server that listens on a port is never a string.
const { port } = app.address() as AddressInfo;
const appUrl = `http://127.0.0.1:${port}/api/inngest`;
const server = await startInngest({ appUrl, pollSeconds: 1 });
const skipped = "skipped" in server ? server.skipped : null;

const quiet = () => {};
/** A step that fails on purpose is no news. */
const silent = { info: quiet, warn: quiet, error: quiet, debug: quiet };

afterAll(async () => {
  if (!("skipped" in server)) await server.stop();
  app.closeAllConnections();
  app.close();
});

describe.skipIf(skipped)(`the Inngest server of the tests${skipped ? ` (${skipped})` : ""}`, () => {
  test("registers an app, runs a function by event, and tries a step that failed again", async () => {
    if ("skipped" in server) return;
    const { baseUrl, eventKey, signingKey } = server;
    const client = new Inngest({
      ...{ id: "try-out", baseUrl, eventKey, signingKey, isDev: false },
      ...{ logger: silent, internalLogger: silent },
    });
    const done: string[] = [];
    let tries = 0;
    const double = client.createFunction(
      { id: "double", retries: 2, triggers: [{ event: "try/asked" }] },
      async ({ event, step }) => {
        const doubled = await step.run("double", async () => event.data.number * 2);
        await step.run("fails once", async () => {
          tries += 1;
          if (tries === 1) throw new Error("not yet");
        });
        done.push(`doubled ${doubled}`);
      },
    );
    app.on("request", serve({ client, functions: [double], serveOrigin: new URL(appUrl).origin }));
    const registered = await fetch(appUrl, { method: "PUT" });
    expect(await registered.json()).toMatchObject({ message: "Successfully registered" });
    await client.send({ name: "try/asked", data: { number: 21 } });
    await vi.waitFor(() => expect(done).toEqual(["doubled 42"]), { timeout: 30_000 });
    expect(tries).toBe(2);
  });
});
