#!/usr/bin/env node
// Runs every check. Node built-ins only, for nothing is installed yet; the rest is scripts/test/main.ts.
import { installPackages, requireNode, requirePlatform } from "./install.mjs";

requirePlatform();
requireNode();
await installPackages();
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("./test/main.ts");
await main(process.argv.slice(2));
