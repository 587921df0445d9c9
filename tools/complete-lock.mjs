#!/usr/bin/env node
// Adds the platform-specific optional packages that the registry in use could not resolve to package-lock.json,
// so that `npm ci` accepts the lock. Run after every `npm install` that touched the lock.
import fs from 'node:fs';
const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const P = lock.packages;
let added = 0;
const find = (from, name) => {
  let dir = from;
  for (;;) {
    const k = (dir ? dir + '/' : '') + 'node_modules/' + name;
    if (P[k]) return k;
    if (!dir) return;
    const i = dir.lastIndexOf('node_modules/');
    dir = i <= 0 ? '' : dir.slice(0, i - 1);
  }
};
const OS = {
  darwin: 'darwin',
  mac: 'darwin',
  win: 'win32',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  freebsd: 'freebsd',
  android: 'android',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  linuxmusl: 'linux',
};
const CPU = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32'];
for (const [key, pkg] of Object.entries({ ...P }))
  for (const [name, spec] of Object.entries(pkg.optionalDependencies ?? {})) {
    if (find(key, name)) continue;
    const parts = name.toLowerCase().split(/[\/@_.-]+/);
    const os = parts.map((p) => OS[p]).find(Boolean);
    const cpu = parts.map((p) => CPU.find((c) => p === c || (c === 'arm' && p === 'armv7l'))).find(Boolean);
    if (!/^\d+\.\d+\.\d+/.test(spec)) {
      console.warn(`skip ${name}@${spec} (not an exact version; wanted by ${key})`);
      continue;
    }
    if (!os && cpu !== 'wasm32') {
      console.warn(`skip ${name}@${spec}: no platform in its name`);
      continue;
    }
    P['node_modules/' + name] = {
      version: spec,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(pkg.dev ? { dev: true } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
    added++;
  }
lock.packages = Object.fromEntries(Object.entries(P).sort(([a], [b]) => a.localeCompare(b, 'en')));
fs.writeFileSync(file, JSON.stringify(lock, null, 2) + '\n');
console.log(`added ${added} platform entries`);
