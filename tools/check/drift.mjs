#!/usr/bin/env node
// Files that are made from others, or name others, against those others: `npm run drift`.
import { bootstrap } from '../bootstrap/bootstrap.mjs';
import { endWith } from '../bootstrap/end-with.mjs';
import { docLinkDrift } from './doc-link-drift.mjs';
import { lockDrift } from './lock-drift.mjs';
import { migrationsDrift } from './migrations-drift.mjs';
import { openapiDrift } from './openapi-drift.mjs';

const CHECKS = {
  'lock file': lockDrift,
  'doc links': docLinkDrift,
  migrations: migrationsDrift,
  OpenAPI: openapiDrift,
};

await endWith(async () => {
  await bootstrap();
  let problemCount = 0;
  for (const [name, check] of Object.entries(CHECKS)) {
    const problems = await check();
    problemCount += problems.length;
    console.log(`${problems.length > 0 ? '✗' : '✓'} ${name}`);
    problems.forEach((problem) => console.log(`  ${problem}`));
  }
  return problemCount > 0 ? 1 : 0;
});
