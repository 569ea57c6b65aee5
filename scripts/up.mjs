#!/usr/bin/env node
// Starts everything. Node built-ins only, for nothing is installed yet; the rest is scripts/up/main.ts.
import { installPackages, requireNode, requirePlatform } from "./install.mjs";

requirePlatform();
requireNode();
await installPackages();
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./up/main.ts");
await main(process.argv[2] === "dev" ? "dev" : "start");
