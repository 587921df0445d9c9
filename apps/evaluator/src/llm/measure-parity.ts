import { showProgress } from '@keyart/common';
import { compareReadings, type ParityFigures } from './compare-readings';
import { readParityRows } from './parity-row';
import { withConfiguredLlm } from './with-configured-llm';

/** The configured model against another implementation's readings. */
export interface ParityReport extends ParityFigures {
  readonly modelVersion: string;
}

const PROMPTS_PER_CALL = 16;

/**
 * Reads the prompts of a file with the configured LLM and compares.
 * @throws InputError `BAD_PARITY_FILE`; DependencyError `LLM_MISSING`
 */
export async function measureParity(file: string): Promise<ParityReport> {
  const rows = await readParityRows(file);
  return withConfiguredLlm(async ({ scorer }) => {
    const progress = showProgress('parity');
    const read: (readonly number[])[] = [];
    for (let start = 0; start < rows.length; start += PROMPTS_PER_CALL) {
      const call = rows.slice(start, start + PROMPTS_PER_CALL);
      const prompts = call.map(({ prompt }) => prompt);
      const scores = await scorer.score({ prompts, labels: call.map(({ labels }) => labels) });
      read.push(...scores.map(({ logProbabilities }) => logProbabilities));
      progress.update(read.length / rows.length, `${read.length} of ${rows.length} prompts`);
    }
    progress.done(`${rows.length} prompts`);
    return { modelVersion: scorer.modelVersion, ...compareReadings(rows, read) };
  });
}
