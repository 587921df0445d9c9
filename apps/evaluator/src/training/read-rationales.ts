import { parseRationale, TrainingExportError, type Rationales } from '@keyart/training-export';
import { placedLines } from './read-context';

/** A teacher's rationales by decision. @param file JSON lines; undefined: they are made from the facts */
export async function readRationales(file: string | undefined): Promise<Rationales> {
  if (file === undefined) return { kind: 'facts' };
  const byDecision = new Map<string, string>();
  for await (const line of placedLines(file)) {
    const { decisionId, rationale } = parseRationale(line);
    if (byDecision.has(decisionId))
      throw new TrainingExportError('BAD_RATIONALE', `${line.place}: ${decisionId} stands there twice`);
    byDecision.set(decisionId, rationale);
  }
  return { kind: 'file', byDecision };
}
