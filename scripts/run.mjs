#!/usr/bin/env node
// Runs a command of package.json, also in a fresh clone: node scripts/run.mjs FILE [ARGUMENT…]
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare, root } from "./install.mjs";

const [file = ""] = process.argv.splice(2, 1);
await prepare();
await import(pathToFileURL(join(root, file)).href);
