import type { AnalystExplanationDto, ViewerExplanationDto } from '@keyart/contracts';
import type { AnalystExplanation, ExplainedToViewer } from '@keyart/decisions';

/** The answer for the viewer: words, and of the record only what the viewer saw. */
export function viewerExplanationOf({
  record,
  headline,
  notes,
  changes,
}: ExplainedToViewer): ViewerExplanationDto {
  const { decisionId, titleId, artworkId } = record;
  const words = { headline, notes: [...notes], changes: [...changes] };
  return { audience: 'viewer', decisionId, titleId, artworkId, ...words };
}

/** The answer for analysts: everything. */
export function analystExplanationOf(explanation: AnalystExplanation): AnalystExplanationDto {
  const { record, taste, isReproduced } = explanation;
  const candidates = explanation.candidates.map((one) => ({ ...one, contributions: [...one.contributions] }));
  const counterfactuals = explanation.counterfactuals.map((one) => ({ ...one, scores: [...one.scores] }));
  return { audience: 'analyst', record, taste, candidates, isReproduced, counterfactuals };
}
