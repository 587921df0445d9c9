import {
  CHATML_THEMES_TEMPLATE,
  CHATML_TEMPLATE,
  LLAMA_31_TEMPLATE,
  PLAIN_TEMPLATE,
  renderPrompts,
  type PromptSettings,
} from '@keyart/llm';
import { injectedCase } from './injected-case';
import { INJECTED_PLACES, INJECTIONS } from './injection-cases.factory';
import { skeletonOf } from './skeleton-of';

const SETTINGS: readonly PromptSettings[] = [
  CHATML_TEMPLATE,
  CHATML_THEMES_TEMPLATE,
  LLAMA_31_TEMPLATE,
  PLAIN_TEMPLATE,
].flatMap((template) =>
  (['choice', 'pointwise'] as const).map((formulation) => ({ template, formulation, historyTokens: 150 })),
);
/** Instructions, viewer (600 characters of history), title (260), question and three captions (160 each), with room for markers. */
const LONGEST_PROMPT = 2_000;

/** First words of every line; viewers' lists may be empty, so theirs are left out. */
function linesOf(prompt: string): string[] {
  const heads = prompt.split('\n').map((line) => line.split(/[ :.]/, 1)[0]);
  return heads.filter(
    (head) => !['Loves', 'Likes', 'Avoids', 'People', 'Eras', 'Drawn', 'Put'].includes(head),
  );
}

describe('injected prompts', () => {
  it('tries at least 200', () => {
    expect(INJECTIONS.length * INJECTED_PLACES.length).toBeGreaterThanOrEqual(200);
  });

  describe.each(INJECTED_PLACES)('through the %s', (place) => {
    it.each(SETTINGS)('$template.name, $formulation', (settings) => {
      const neutral = renderPrompts(settings, injectedCase(place, 'A quiet picture of a lamp'));
      for (const { text } of INJECTIONS) {
        const { prompts, labels } = renderPrompts(settings, injectedCase(place, text));
        expect(labels).toEqual(neutral.labels);
        expect(prompts.map(skeletonOf)).toEqual(neutral.prompts.map(skeletonOf));
        expect(prompts.map(linesOf)).toEqual(neutral.prompts.map(linesOf));
        expect(Math.max(...prompts.map(({ length }) => length))).toBeLessThan(LONGEST_PROMPT);
      }
    });
  });
});
