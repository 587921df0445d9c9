#!/usr/bin/env node
// node bench/run.mjs NAME [options]: compiles the sources and runs bench/*/NAME.bench.ts; options go to the benchmark.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bench = path.join(root, 'bench');
const [name, ...options] = process.argv.slice(2);
const folder = readdirSync(bench).find(
  (entry) => name && existsSync(path.join(bench, entry, `${name}.bench.ts`)),
);
if (!folder) {
  console.error('usage: node bench/run.mjs NAME [options], for a file bench/*/NAME.bench.ts');
  process.exit(2);
}

function run(args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

// Inside node_modules, so that the compiled files find the packages.
const out = path.join(root, 'node_modules', '.cache', 'keyart-bench', name);
mkdirSync(out, { recursive: true });
const require = createRequire(path.join(root, 'package.json'));
const swc = path.join(path.dirname(require.resolve('@swc/cli/package.json')), 'bin', 'swc.js');
// What is no TypeScript (`.cjs`, `.mjs`) is copied beside it; benches share the tests' factories.
const sources = ['apps', 'libs', 'tools', 'bench', 'test', '--extensions', '.ts', '--copy-files'];
run([swc, ...sources, '--ignore', '**/*.{spec,d}.ts', '-d', out, '--quiet']);
run(['--enable-source-maps', '--expose-gc', path.join(out, 'bench', folder, `${name}.bench.js`), ...options]);
