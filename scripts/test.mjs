#!/usr/bin/env node
// Runs every check. Node built-ins only, for nothing is installed yet; the rest is scripts/test/main.ts.
import { prepare } from "./install.mjs";

await prepare();
const { main } = await import("./test/main.ts");
await main(process.argv.slice(2));
