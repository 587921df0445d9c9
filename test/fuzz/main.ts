import { startTarget } from './start-target';
async function main() {
  const t = await startTarget();
  console.log(t.url, t.apiKey);
  await new Promise((r) => process.once('SIGTERM', r));
  await t.stop();
}
void main();
