import type { Formulation } from '@keyart/contracts';
import type { TasteProfile } from '@keyart/features';
import { CHATML_TEMPLATE, renderPrompts, type PromptCase, type RenderedTitle } from '@keyart/llm';

/** Sizes of the page that is scored. */
export interface PageShape {
  readonly formulation: Formulation;
  readonly titleCount: number;
  readonly candidateCount: number;
  /** Films in the viewer's history; fixes the length of what all titles share. */
  readonly filmCount: number;
  readonly historyTokens: number;
}

/** 588 shared tokens and 97 a title: the page the target was set on (584 and 100). */
export const CHOICE_PAGE: PageShape = {
  formulation: 'choice',
  titleCount: 20,
  candidateCount: 2,
  filmCount: 37,
  historyTokens: 800,
};

/** The embedded model's own settings. */
export const POINTWISE_PAGE: PageShape = {
  formulation: 'pointwise',
  titleCount: 20,
  candidateCount: 4,
  filmCount: 8,
  historyTokens: 150,
};

const SUBJECTS = [
  'A woman in a red coat',
  'Two soldiers',
  'An old engineer',
  'A child with a lantern',
  'A tall stranger',
];
const PLACES = [
  'on a night train',
  'under a burning bridge',
  'at the edge of a forest',
  'in a crowded ballroom',
];
const MOODS = [
  'looking back over the shoulder',
  'close to tears',
  'laughing in the rain',
  'running from the light',
];

function caption(index: number): string {
  return [SUBJECTS[index % 5], PLACES[(index >> 1) % 4], MOODS[(index * 3) % 4]].join(', ');
}

function taste({ filmCount }: PageShape): TasteProfile {
  const films = Array.from(
    { length: filmCount },
    (_, i) => `The Long Night of Harbour ${i} (19${40 + (i % 50)})`,
  );
  return {
    version: 'bench',
    historyCount: filmCount,
    facets: { mystery: 0.8, romance: 0.3, comedy: -0.4 },
    loves: films.slice(0, filmCount / 2),
    likes: films.slice(filmCount / 2),
    avoids: ['horror', 'musical'],
    people: ['Ada Person', 'Bo Person'],
    eras: ['1940s'],
  };
}

/** The prompts of one viewer's page, title by title. */
export function renderPage(shape: PageShape): RenderedTitle[] {
  const viewer = { taste: taste(shape), region: 'US' };
  return Array.from({ length: shape.titleCount }, (_, t) => {
    const wanted: PromptCase = {
      viewer,
      title: {
        name: `Harbour Story ${t}`,
        year: 1930 + t,
        genres: ['drama', 'mystery'],
        synopsis: `In part ${t} a courier misses a stop and meets the people who wait at the end of the line.`,
      },
      captions: Array.from({ length: shape.candidateCount }, (_, k) => caption(t * shape.candidateCount + k)),
    };
    return renderPrompts({ ...shape, template: CHATML_TEMPLATE }, wanted);
  });
}
