#!/usr/bin/env node
// Run after every change of dependencies: adds to package-lock.json the binary packages of the platforms that npm, run on one
// platform, leaves out, so that `npm ci` accepts the file on all of them.
import { readFileSync, writeFileSync } from 'node:fs';
import { missingPlatformPackages } from './lock/missing-platform-packages.mjs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { entries, unclear } = missingPlatformPackages(lock.packages);
const all = Object.entries({ ...lock.packages, ...entries });
lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
if (unclear.length > 0) console.warn(`add by hand: ${unclear.join(', ')}`);
console.log(`added ${Object.keys(entries).length} platform entries`);
