#!/usr/bin/env node
// Known faults and licences of what runs in production: `node tools/check/audit.mjs`. Called by CI, not by `npm test`.
import { endWith } from '../bootstrap/end-with.mjs';
import { advisoryProblems } from './advisory-problems.mjs';
import { licenceProblems } from './licence-problems.mjs';

await endWith(async () => {
  const { problems: advisories, note } = await advisoryProblems();
  const problems = [...advisories, ...licenceProblems()];
  console.log(`${problems.length > 0 ? '✗' : '✓'} production dependencies${note ? ` (${note})` : ''}`);
  problems.forEach((problem) => console.log(`  ${problem}`));
  return problems.length > 0 ? 1 : 0;
});
