#!/usr/bin/env node
// Starts everything. Node built-ins only, for nothing is installed yet; the rest is scripts/up/main.ts.
import { prepare } from "./install.mjs";

await prepare();
const { main } = await import("./up/main.ts");
await main(process.argv[2] === "dev" ? "dev" : "start");
