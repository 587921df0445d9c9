import { randomUUID } from 'node:crypto';
import { DecisionsRequestDto, type DecisionsAnswerDto } from '@keyart/contracts';
import type { DecisionRequest, DecisionService } from '@keyart/decisions';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { answerOf } from '../../apps/api/src/decisions/answer-of';
import { jsonSchemaOf } from '../../apps/api/src/openapi/json-schema-of';
import { aCatalogue } from '../../test/factories/catalogue.factory';
import { aServingWorld } from '../../test/factories/serving-world.factory';
import { openBenchDatabase } from './bench-database';
import { titleIdOf } from './prepare-service';
import type { ServiceSize } from './service-size';

/** Median milliseconds of each part of a page. */
export interface PageShares {
  /** Parsing and checking the body. */
  readonly validation: number;
  /** Candidates, distributions, draws, records. */
  readonly policy: number;
  /** The read of the viewer and the durable write of the records. */
  readonly database: number;
  /** Building and printing the answer. */
  readonly json: number;
}

const WARM_UP_COUNT = 100;
const PAGE_COUNT = 300;
const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;

/** Takes the parts of the serving path apart, in this process, one page at a time over a real durable database. */
export async function measurePageShares(size: ServiceSize): Promise<PageShares> {
  const { database, close } = await openBenchDatabase();
  try {
    const { titleCount, candidateCount: artworkCount } = size;
    const catalogue = aCatalogue({ titleCount, artworkCount, seed: 'bench' });
    const world = await aServingWorld({ database, catalogue });
    const { context, decisions } = world.repositories;
    const databaseTimer = new Timer();
    const service = world.with({
      context: { load: (query) => databaseTimer.time(() => context.load(query)) },
      decisions: { insertMany: (records) => databaseTimer.time(() => decisions.insertMany(records)) },
    });
    return await medianShares(service, databaseTimer, titleCount);
  } finally {
    await close();
  }
}

/** Adds up what passes through it. */
class Timer {
  private totalMs = 0;

  async time<T>(call: () => Promise<T>): Promise<T> {
    const startedMs = performance.now();
    const result = await call();
    this.totalMs += performance.now() - startedMs;
    return result;
  }

  /** What was added since the last call. */
  take(): number {
    const takenMs = this.totalMs;
    this.totalMs = 0;
    return takenMs;
  }
}

async function medianShares(
  service: DecisionService,
  databaseTimer: Timer,
  titleCount: number,
): Promise<PageShares> {
  const check = bodyCheck();
  const pages: PageShares[] = [];
  for (let i = 0; i < WARM_UP_COUNT + PAGE_COUNT; i++) {
    const body = bodyOfPage(i, titleCount);
    const startedMs = performance.now();
    const request = check(body);
    const checkedMs = performance.now();
    const decided = await service.decide(request);
    const decidedMs = performance.now();
    JSON.stringify(answerOf(request.requestId, decided) satisfies DecisionsAnswerDto);
    const database = databaseTimer.take();
    pages.push({
      validation: checkedMs - startedMs,
      policy: decidedMs - checkedMs - database,
      database,
      json: performance.now() - decidedMs,
    });
  }
  const counted = pages.slice(WARM_UP_COUNT);
  const median = (part: keyof PageShares): number =>
    counted.map((page) => page[part]).sort((a, b) => a - b)[Math.floor(counted.length / 2)];
  return {
    validation: median('validation'),
    policy: median('policy'),
    database: median('database'),
    json: median('json'),
  };
}

/** The check of the HTTP route, by the same schema. */
function bodyCheck(): (body: string) => DecisionRequest {
  const ajv = addFormats(new Ajv({ strict: false }));
  const validate = ajv.compile(jsonSchemaOf(DecisionsRequestDto));
  return (text) => {
    const body = JSON.parse(text) as DecisionsRequestDto;
    if (!validate(body)) throw new Error(ajv.errorsText(validate.errors));
    const { memberId, surface, titles } = body;
    return { requestId: randomUUID(), memberId, surface, titles, policy: null, deadlineMs: null };
  };
}

function bodyOfPage(index: number, titleCount: number): string {
  const titles = Array.from({ length: titleCount }, (_, i) => ({
    titleId: titleIdOf(i),
    row: 0,
    position: i,
  }));
  return JSON.stringify({ memberId: `shares-${index % 50}`, surface: SURFACE, titles });
}
