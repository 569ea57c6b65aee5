import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { readOptions } from "@/sandbox/read-options";

const root = fileURLToPath(new URL("../..", import.meta.url));

function start(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts", ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const seen = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    seen.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    seen.err += chunk;
  });
  const ended = once(child, "close").then(([code]) => code);
  return { child, seen, ended };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "says when it is ready, and %s ends it well",
  async (signal) => {
    const { child, seen, ended } = start("--no-quota");
    await once(child.stdout, "data");
    expect(seen.out).toMatch(/^sandbox http:\/\/127\.0\.0\.1:\d+\n$/);
    const url = seen.out.trim().split(" ")[1];
    const about = await (await fetch(`${url}/_sandbox/about`)).json();
    expect(about).toEqual({ kind: "sandbox", quota: null, seed: 1 });
    child.kill(signal);
    expect(await ended).toBe(0);
  },
  20_000,
);

test("wrong arguments end it with 2 and a sentence", async () => {
  const { seen, ended } = start("--fault", "rain=0.1");
  expect(await ended).toBe(2);
  expect(seen.err).toMatch(/^Unknown fault rain\. Known: 401, /);
  expect(seen.out).toBe("");
}, 60_000);

test("a port in use ends it with 1 and says so", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  onTestFinished(() => {
    taken.close();
  });
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { seen, ended } = start("--port", String(port));
  expect(await ended).toBe(1);
  expect(seen.err).toContain("EADDRINUSE");
}, 60_000);

test("reads every option", () => {
  expect(
    readOptions([
      "--port=8080",
      "--seed=0",
      "--no-quota",
      "--replay=somewhere",
      "--fault=500=0.05",
      "--fault=slow=0.1",
      "--expires-in=60",
      "--slow-ms=10",
      "--legacy-numbers",
    ]),
  ).toEqual({
    port: 8080,
    seed: 0,
    quota: null,
    replayDir: "somewhere",
    faults: { "500": 0.05, slow: 0.1 },
    expiresInSeconds: 60,
    slowMs: 10,
    legacyNumbers: true,
  });
  expect(readOptions(["--help"])).toBeNull();
});

test.each([
  ["--port=70000"],
  ["--port=x"],
  ["--seed=-1"],
  ["--fault=500"],
  ["--fault=500=0.1", "--fault=500=0.2"],
  ["--rain"],
  ["stray"],
])("refuses %s %s", (...args) => {
  expect(() => readOptions(args.filter(Boolean))).toThrow();
});
