import { FACETS, type Facet } from '@keyart/features';
import { renderCaption } from './candidate-part';
import { around, pointwiseBranches, type PromptSettings } from './prompt-renderer';
import { spellLabels } from './prompt-template';
import { renderGenres } from './title-part';
import { TITLE_TEMPLATE } from './title-template';
import { renderViewer, type PromptViewer } from './viewer-part';

/** Prompts that begin alike: a branch after the prefix each, the same labels after all of them. */
export interface BranchedPrompts {
  readonly prefix: string;
  /** `[K]`. */
  readonly branches: readonly string[];
  readonly labels: readonly string[];
}

const FORMULATION = 'pointwise';
/** Facets whose own word is more than one token; the beginning of the word tells them from all others. */
const SHORT: Readonly<Partial<Record<Facet, string>>> = {
  lettering: 'letter',
  'science-fiction': 'science',
};
const THEME_LABELS = FACETS.map((facet) => SHORT[facet] ?? facet);

function branched(
  { template }: Pick<PromptSettings, 'template'>,
  before: string,
  { shown, labels }: { readonly shown: readonly string[]; readonly labels: readonly string[] },
): BranchedPrompts {
  const [prefix, suffix] = around({ template, formulation: FORMULATION }, `${before}\n`);
  return {
    ...{ prefix, branches: pointwiseBranches({ lines: shown.map(renderCaption), suffix }) },
    labels: spellLabels(template, FORMULATION, labels),
  };
}

/** Captions of one title's pictures. */
export interface CaptionsToRead {
  /** The title's: what its pictures are likely to show. */
  readonly genres: readonly string[];
  readonly captions: readonly string[];
}

/** Asks of each caption what its picture shows, without a viewer; the answer is one of the facets, in their order. */
export function readingPrompts(
  settings: Pick<PromptSettings, 'template'>,
  { genres, captions }: CaptionsToRead,
): BranchedPrompts {
  const before = [TITLE_TEMPLATE.readingQuestion, renderGenres(genres)].filter(Boolean).join('\n');
  return branched(settings, before, { shown: captions, labels: THEME_LABELS });
}

/** Asks of each theme whether a picture of it fits the viewer, without a title; the answer is yes or no. */
export function lookupPrompts(
  { historyTokens, ...settings }: Pick<PromptSettings, 'template' | 'historyTokens'>,
  viewer: PromptViewer,
  themes: readonly string[],
): BranchedPrompts {
  const { tastesAs } = settings.template;
  const before = `${TITLE_TEMPLATE.questions.pointwise}\n${renderViewer(viewer, { historyTokens, tastesAs })}`;
  return branched(settings, before, { shown: themes, labels: TITLE_TEMPLATE.pointwiseLabels });
}
