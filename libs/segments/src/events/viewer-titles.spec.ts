import { createRandom, shuffled } from '@keyart/common';
import { someEvent } from '../some-events.factory';
import { titlesOfViewers } from './viewer-titles';

describe('titlesOfViewers', () => {
  it('lets the later word count, and the earlier one where the later is silent', () => {
    const early = someEvent({ atMs: 1, polarity: 0.5, stars: 4, genres: ['drama'] });
    const late = someEvent({ atMs: 2, polarity: -0.5, completion: 1 });
    const [{ titles }] = titlesOfViewers([late, early]);
    expect(titles).toEqual([{ ...late, stars: 4, genres: ['drama'] }]);
  });

  it('does not depend on the order of rows, not even of one moment', () => {
    const rows = [0.1, 0.2, 0.3].flatMap((polarity) =>
      ['a', 'b'].flatMap((viewer) => ['x', 'y'].map((title) => someEvent({ viewer, title, polarity }))),
    );
    const once = titlesOfViewers(rows);
    expect(once.map(({ viewer, titles }) => [viewer, titles.length])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    for (const seed of ['1', '2', '3'])
      expect(titlesOfViewers(shuffled(rows, createRandom(seed)))).toEqual(once);
  });
});
