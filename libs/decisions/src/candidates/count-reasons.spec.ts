import type { Candidate } from '@keyart/ranking';
import { countReasons } from './count-reasons';

function candidate(artworkId: string, ineligibleReasons: readonly string[]): Candidate {
  const descriptor = {
    artworkId,
    titleId: 't',
    facets: {},
    caption: '',
    captionVersion: '',
    isEditorialDefault: false,
    look: null,
  };
  return { descriptor, ineligibleReasons };
}

describe('countReasons', () => {
  it('names the reasons by count, most frequent first', () => {
    const candidates = [candidate('a', ['spoiler']), candidate('b', ['rights-expired', 'spoiler'])];
    expect(countReasons(candidates)).toBe('none of 2 artworks may be shown: spoiler 2, rights-expired 1');
  });

  it('says when there is nothing at all', () => {
    expect(countReasons([])).toBe('the title has no artworks');
  });
});
