import type { Candidate } from '@keyart/ranking';
import { excludeReported } from './exclude-reported';

function candidate(artworkId: string, ...ineligibleReasons: string[]): Candidate {
  const descriptor = {
    artworkId,
    titleId: 't',
    facets: {},
    caption: '',
    captionVersion: '1',
    isEditorialDefault: false,
    look: null,
  };
  return { descriptor, ineligibleReasons };
}
const reasonsOf = (candidates: readonly Candidate[]) => candidates.map((one) => one.ineligibleReasons);

describe('excludeReported', () => {
  const candidates = [candidate('a'), candidate('b'), candidate('c', 'rights-expired')];

  it('bars what was reported, whatever else bars it', () => {
    expect(reasonsOf(excludeReported(candidates, ['b', 'c', 'gone']))).toEqual([
      [],
      ['reported-misleading'],
      ['rights-expired', 'reported-misleading'],
    ]);
  });

  it('changes nothing without reports, or where nothing else may be shown', () => {
    expect(excludeReported(candidates, [])).toBe(candidates);
    expect(excludeReported(candidates, ['a', 'b'])).toBe(candidates);
    expect(excludeReported([candidate('a')], ['a'])).toHaveLength(1);
  });
});
