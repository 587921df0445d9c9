import { captionTerms, FACETS } from '@keyart/features';
import { fixtureCaptions } from '../fixture-captions.factory';
import { FACET_PROTOTYPES } from './facet-prototypes';

const ALL = FACETS.flatMap((facet) => [
  ...FACET_PROTOTYPES[facet].shows,
  ...FACET_PROTOTYPES[facet].suggests,
]);
/** So many content words in a row are no accident. */
const RUN_LENGTH = 3;

function runsOf(text: string): string[] {
  const words = captionTerms(text);
  return words.slice(RUN_LENGTH - 1).map((_, i) => words.slice(i, i + RUN_LENGTH).join(' '));
}

describe('FACET_PROTOTYPES', () => {
  it.each(FACETS)('says what %s means, shows and suggests', (facet) => {
    const { meaning, shows, suggests } = FACET_PROTOTYPES[facet];
    expect(meaning).toMatch(/\.$/);
    expect(shows).toHaveLength(5);
    expect(suggests).toHaveLength(2);
  });

  it('says nothing twice', () => {
    expect(new Set(ALL).size).toBe(ALL.length);
  });

  it('paraphrases no caption of the fixtures, on which it is measured', () => {
    const captioned = new Set(fixtureCaptions().flatMap(({ caption }) => runsOf(caption)));
    expect(captioned.size).toBeGreaterThan(1000);
    expect(ALL.flatMap(runsOf).filter((run) => captioned.has(run))).toEqual([]);
  });
});
