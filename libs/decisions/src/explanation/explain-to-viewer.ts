import type { ArtworkDescriptor } from '@keyart/features';
import { counterfactualsOf, type Counterfactual } from './counterfactuals';
import type { DecisionEvidence } from './decision-evidence';
import { explainChoice, isPersonal, type ChoiceExplanation } from './explain-choice';
import { FACET_WORDS } from './facet-words';

/** Why a picture was shown and what would have changed it, in words for the viewer. */
export interface ViewerExplanation extends ChoiceExplanation {
  /** What would have changed the choice, or will: whole sentences. */
  readonly changes: readonly string[];
}

/**
 * The decision in plain words for the person it was made for. Speaks of tastes for films only, of likings and never of
 * dislikes, and claims a cause only where the model names one.
 */
export function explainToViewer(evidence: DecisionEvidence): ViewerExplanation {
  const { record, taste } = evidence;
  const explained = explainChoice(record, taste, artworkOf(evidence, record.artworkId) ?? { facets: {} });
  if (record.stickyOutcome === 'pinned')
    return { ...explained, changes: ['Take the pin away, and the picture is chosen anew.'] };
  const likings = counterfactualsOf(evidence).filter(({ leaning, isChanged }) => leaning > 0 && isChanged);
  return {
    ...explained,
    changes: [
      ...likings.map((liking) =>
        withoutLiking(liking, artworkOf(evidence, liking.favouriteId)?.caption ?? ''),
      ),
      ...(record.candidates.length > 1 ? CHOICES : []),
      ...switchOf(evidence),
    ],
  };
}

/** As the catalogue describes it today; null: gone. */
function artworkOf({ record, descriptors }: DecisionEvidence, artworkId: string): ArtworkDescriptor | null {
  return descriptors[record.candidates.findIndex((candidate) => candidate.artworkId === artworkId)] ?? null;
}

const CHOICES = [
  'Pin another picture, and you will always see that one.',
  'Report it as misleading, and you will not see it again.',
];

function withoutLiking({ facet }: Counterfactual, caption: string): string {
  const other = caption === '' ? '' : `: “${caption}”`;
  return `Without your liking for ${FACET_WORDS[facet]} another picture would have been the favourite${other}.`;
}

function switchOf({ record }: DecisionEvidence): string[] {
  if (record.assignedBy === 'preference')
    return ['Switch personalised pictures on, and your tastes count again.'];
  return isPersonal(record) ? ['Switch personalised pictures off, and your tastes no longer count.'] : [];
}
