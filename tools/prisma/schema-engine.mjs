#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which would have to be downloaded: the same command line and the same protocol,
// answered by the engine's WASM build from npm over node-postgres.
import { runDatabaseCommand } from './database-command.mjs';
import { parseEngineArguments } from './engine-arguments.mjs';
import { serveRequests } from './json-rpc-server.mjs';
import { openEngine } from './wasm-engine.mjs';

const engineArguments = parseEngineArguments(process.argv.slice(2));
const { command, datasource, isVersion } = engineArguments;

if (isVersion) console.log('schema-engine-cli wasm-shim');
else if (command) process.exit(await runDatabaseCommand(command, datasource.url ?? ''));
else serveRequests(() => openEngine(engineArguments));
