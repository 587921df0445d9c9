import { FACETS, type Facet } from '@keyart/features';
import { suggestedWords } from './suggested-words';

function probabilities(given: Partial<Record<Facet, number>>): Record<Facet, number> {
  return Object.fromEntries(FACETS.map((facet) => [facet, given[facet] ?? 0.01])) as Record<Facet, number>;
}

describe('suggestedWords', () => {
  it('says the likely facets, likeliest first, three at most', () => {
    const many = probabilities({ dark: 0.6, scary: 0.9, mystery: 0.5, drama: 0.4 });
    expect(suggestedWords(many)).toBe('horror, a dark mood and mystery');
    expect(suggestedWords(many, 2)).toBe('horror and a dark mood');
  });

  it('says one however weak, and never lettering', () => {
    expect(suggestedWords(probabilities({ lettering: 0.9, romance: 0.1 }))).toBe('romance');
  });
});
