import { randomUUID } from 'node:crypto';
import { aCatalogue } from '../../test/factories/catalogue.factory';
import { aServingWorld } from '../../test/factories/serving-world.factory';
import { openBenchDatabase } from './bench-database';
import { runOpenLoop } from './open-loop';
async function main() {
  const { database, close } = await openBenchDatabase();
  const w = await aServingWorld({ database, catalogue: aCatalogue({ titleCount: 100, artworkCount: 5, seed: 'b' }) });
  const send = async (i: number) => { await w.service.decide({ requestId: randomUUID(), memberId: 'm' + (i % 200), surface: { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' }, titles: [{ titleId: 'title-' + (i % 100), row: 0, position: 0 }], policy: 'production', deadlineMs: null }); };
  await runOpenLoop({ send, requestsPerSecond: 200, durationMs: 4000 });
  console.log(await runOpenLoop({ send, requestsPerSecond: 200, durationMs: 8000 }));
  await close();
}
void main();
