#!/usr/bin/env node
import { run } from '../dist/cli.js';
import { systemContext } from '../dist/context.js';
process.exitCode = await run(process.argv.slice(2), systemContext());
