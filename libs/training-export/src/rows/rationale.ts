import { sanitizeText } from '@keyart/common';
import { FACETS, type TasteProfile } from '@keyart/features';
import { JsonFields, type PlacedLine } from '../context/json-fields';
import { TrainingExportError } from '../errors';

/** Where reasons come from: of a teacher, by decision, or made from the facts. */
export type Rationales =
  { readonly kind: 'file'; readonly byDecision: ReadonlyMap<string, string> } | { readonly kind: 'facts' };

/** About 120 tokens. */
const RATIONALE_LENGTH = 480;
const NAMED_LEANINGS = 2;
const CLEAR_LEANING = 0.15;

/** A line of a teacher's rationales: `decision_id`, `rationale`. @throws TrainingExportError `BAD_RATIONALE` naming the line */
export function parseRationale(line: PlacedLine): { decisionId: string; rationale: string } {
  const fields = JsonFields.parse(line, 'BAD_RATIONALE');
  const rationale = sanitizeText(fields.id('rationale'), RATIONALE_LENGTH);
  if (rationale === '')
    throw new TrainingExportError('BAD_RATIONALE', `${line.place}: rationale has no text that may be shown`);
  return { decisionId: fields.id('decision_id'), rationale };
}

/** A reason made of what the prompt says; no more than a stand-in for a teacher's. @param shown the caption as the prompt has it */
export function factualRationale(taste: TasteProfile, shown: string, isTaken: boolean): string {
  const drawn = FACETS.filter((facet) => (taste.facets[facet] ?? 0) >= CLEAR_LEANING)
    .sort((a, b) => (taste.facets[b] ?? 0) - (taste.facets[a] ?? 0))
    .slice(0, NAMED_LEANINGS);
  const viewer =
    drawn.length > 0 ? `This viewer is drawn to ${drawn.join(' and ')}` : 'Little is known of this viewer';
  return `${viewer}; the picture shows: ${shown} It was ${isTaken ? '' : 'not '}taken.`;
}
