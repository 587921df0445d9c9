import { INJECTIONS } from '../conformance/injection/injection-cases.factory';
import { skeletonOf } from '../conformance/injection/skeleton-of';
import { startTarget } from '../fuzz/start-target';
import { API_PLACES, type ApiPlace } from './api-places';
import { InjectingClient } from './injecting-client';
import { PromptRecorder } from './prompt-recorder';

const TEXTS_PER_PLACE = 40;
const NEUTRAL = 'A quiet picture of a lamp';
/** History of 800 tokens, title and captions at their caps. */
const LONGEST_PROMPT = 6_000;

/** What became of the texts that came in by one place. */
export interface PlaceReport {
  readonly place: ApiPlace;
  readonly textCount: number;
  /** Taken, and the page chosen. */
  readonly servedCount: number;
  /** Named as invalid: 4xx. */
  readonly refusedCount: number;
  /** Answers that are neither. */
  readonly brokenCount: number;
  readonly promptCount: number;
  /** Prompts with a marker, an option, an ending or a length that no harmless text makes. */
  readonly alteredCount: number;
}

const keyOf = (prompt: string): string => JSON.stringify(skeletonOf(prompt));

async function harmlessSkeletons(client: InjectingClient, recorder: PromptRecorder): Promise<Set<string>> {
  for (const place of API_PLACES) if (place !== 'region') await client.inject(place, NEUTRAL);
  return new Set((await recorder.taken()).map(keyOf));
}

/** Texts of every family, spread over the places so that each place meets other ones. */
function textsFor(place: ApiPlace): string[] {
  const offset = API_PLACES.indexOf(place);
  return Array.from(
    { length: TEXTS_PER_PLACE },
    (_, i) =>
      INJECTIONS[
        (i * API_PLACES.length + offset + Math.floor((i * API_PLACES.length) / INJECTIONS.length)) %
          INJECTIONS.length
      ].text,
  );
}

/** Sends 200 injections through the real API and compares every prompt that reaches the model with those of harmless texts. */
export async function injectThroughApi(): Promise<PlaceReport[]> {
  const recorder = new PromptRecorder();
  const target = await startTarget({ LLM_URL: await recorder.open() });
  try {
    const client = new InjectingClient(target);
    await client.prepare();
    const harmless = await harmlessSkeletons(client, recorder);
    const reports: PlaceReport[] = [];
    for (const place of API_PLACES) {
      const statuses: number[][] = [];
      for (const text of textsFor(place)) statuses.push(await client.inject(place, text));
      await client.restore();
      const prompts = await recorder.taken();
      const isAltered = (prompt: string): boolean =>
        !harmless.has(keyOf(prompt)) || prompt.length > LONGEST_PROMPT;
      reports.push({
        ...{ place, textCount: statuses.length },
        servedCount: statuses.filter((own) => own.every((status) => status < 300)).length,
        refusedCount: statuses.filter((own) => own.some((status) => status >= 400 && status < 500)).length,
        brokenCount: statuses.filter((own) => own.some((status) => status >= 500)).length,
        promptCount: prompts.length,
        alteredCount: prompts.filter(isAltered).length,
      });
    }
    return reports;
  } finally {
    await target.stop();
    recorder.close();
  }
}
