import { FACETS } from '@keyart/features';
import { titleStrengths } from './title-strengths';

describe('titleStrengths', () => {
  it("has the title's own facets, bounded, and passes over names outside the vocabulary", () => {
    const strengths = titleStrengths({
      genres: ['Horror'],
      facets: { romance: 0.7, drama: 3, mood: 1, war: NaN },
    });
    expect(strengths).toMatchObject({ romance: 0.7, drama: 1, scary: 0, war: 0 });
    expect(Object.keys(strengths)).toEqual([...FACETS]);
  });

  it('falls back on genres', () => {
    expect(titleStrengths({ genres: ['Horror'], facets: {} })).toMatchObject({
      scary: 1,
      dark: 0.7,
      comedy: 0,
    });
    expect(titleStrengths({ genres: [], facets: {} })).toMatchObject({ scary: 0 });
  });
});
