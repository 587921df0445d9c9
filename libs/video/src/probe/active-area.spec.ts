import { activeAreaOf, type SeenArea } from './active-area';
import { containerFacts } from './container-facts';

const FACTS = containerFacts('a.mp4', {
  streams: [{ codec_type: 'video', width: 1000, height: 500, avg_frame_rate: '25/1' }],
});
const WHOLE: SeenArea = { left: 0, right: 1000, top: 0, bottom: 500 };

describe('activeAreaOf', () => {
  it.each([
    ['bars above and below', [{ ...WHOLE, top: 60, bottom: 440 }], { x: 0, y: 0.12, width: 1, height: 0.76 }],
    ['bars at the sides', [{ ...WHOLE, left: 125, right: 875 }], { x: 0.125, y: 0, width: 0.75, height: 1 }],
    ['no bars', [WHOLE], null],
    ['bars that a bright place reaches into', [{ ...WHOLE, top: 60, bottom: 440 }, WHOLE], null],
    ['a dark floor', [{ ...WHOLE, bottom: 380 }], null],
    ['the blanking of a tape', [{ ...WHOLE, left: 6, right: 994 }], null],
    ['nothing but black', [], null],
  ])('of %s', (_, seen, area) => {
    const near =
      area &&
      Object.fromEntries(
        Object.entries(area).map(([name, value]) => [name, expect.closeTo(value, 9) as number]),
      );
    expect(activeAreaOf(seen, FACTS)).toEqual(near);
  });
});
