import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, root, startProduct } from "./product";

let first: Product;
beforeAll(async () => {
  first = await startProduct();
});
afterAll(async () => {
  await first.stop();
});

const pidsBelow = (dataDir: string): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandOf(pid).includes(dataDir))
    .map(Number);

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return ""; // Ended since it was listed.
  }
}

const json = async (url: string) => (await fetch(url)).json();

test("says where it is, what it stands on and nothing secret", () => {
  const output = first.output();
  expect(output).toMatch(/^sandbox at http:.*not real flights/m);
  expect(output).toMatch(/^sign in as admin@example.com$/m);
  expect(output).not.toMatch(/correct horse/);
});

test("the first round begins by itself, with what people can look at first", async () => {
  await expect
    .poll(() => json(`${first.url}/api/airports/FRA`), { timeout: 90_000, interval: 500 })
    .toMatchObject({ airport_code: "FRA", time_zone: "Europe/Berlin" });
  await expect
    .poll(
      () => json(`${first.url}/api/flights?departure_airport=FRA&arrival_airport=LHR&limit=1`),
      {
        timeout: 90_000,
        interval: 500,
      },
    )
    .toMatchObject([{ departure: { time_zone: "Europe/Berlin" }, arrival_airport: "LHR" }]);
});

test("a second copy with another data directory and port runs beside it, and stopping it leaves the first alone", async () => {
  const second = await startProduct();
  expect(second.url).not.toBe(first.url);
  expect(await json(`${second.url}/api/health/live`)).toEqual({ status: "ok" });
  expect(await second.stop("SIGINT")).toBe(0);
  expect(pidsBelow(second.dataDir)).toEqual([]);
  expect(await json(`${first.url}/api/health/live`)).toEqual({ status: "ok" });
});

test("a second start on the same data is refused with the address of the first", async () => {
  const again = startProduct({ dataDir: first.dataDir });
  await expect(again).rejects.toThrow(/ended with 1:[\s\S]*Already running at http:\/\/localhost:/);
});

test("a port that was set and is in use ends the start with a clear message", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // A server that listens on TCP has this kind of address.
  await expect(startProduct({ env: { PORT: String(port) } })).rejects.toThrow(
    /ended with 1:[\s\S]*Port \d+ is in use\. .*set another PORT/,
  );
  server.close();
});

test("started by npm and stopped by a signal to npm, as a supervisor does, it stops all and ends with 0", async () => {
  const started = await startProduct({ command: ["npm", "run", "up"] });
  expect(await started.stop("SIGTERM")).toBe(0);
  expect(pidsBelow(started.dataDir)).toEqual([]);
});

test("a reader of its words that goes away ends nothing, and leaves nothing behind at the end", async () => {
  const started = await startProduct();
  started.closeOutput();
  expect(await started.stop("SIGTERM")).toBe(0);
  expect(pidsBelow(started.dataDir)).toEqual([]);
});

test("when its database is killed it says so, stops the rest and ends with 1; the next start repairs", async () => {
  const doomed = await startProduct();
  const [database = 0] = pidsBelow(doomed.dataDir).filter((pid) =>
    commandOf(String(pid)).includes("mariadbd"),
  );
  process.kill(database, "SIGKILL");
  expect(await doomed.ended).toBe(1);
  expect(doomed.output()).toMatch(/The private database ended by itself.*Start again/);
  expect(pidsBelow(doomed.dataDir)).toEqual([]);
  const next = await startProduct({ dataDir: doomed.dataDir });
  expect(await next.stop()).toBe(0);
});

test("killed with -9, the next start stops the orphans, reuses the data and stops cleanly", {
  timeout: 180_000,
}, async () => {
  const doomed = await startProduct();
  await expect
    .poll(() => json(`${doomed.url}/api/airports?limit=1`), { timeout: 60_000, interval: 500 })
    .toHaveLength(1);
  await doomed.stop("SIGKILL");
  const next = await startProduct({ dataDir: doomed.dataDir });
  expect(next.output()).toMatch(/left behind/);
  expect(next.output()).not.toMatch(/sign in as/);
  expect(await json(`${next.url}/api/airports?limit=1`)).toHaveLength(1);
  expect(await next.stop("SIGTERM")).toBe(0);
  expect(pidsBelow(doomed.dataDir)).toEqual([]);
});

test("doctor finds nothing wrong with what runs", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/doctor.ts"], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, DATA_DIR: first.dataDir, PORT: new URL(first.url).port },
  });
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});
