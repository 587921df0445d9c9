import { FEATURE_INDEX, VIEWER_FEATURES, type ViewerFeature } from '../vectors/viewer-feature';
import { ARCHETYPES } from './archetypes';
import { nameCentroids } from './name-centroids';

function place(marks: Partial<Record<ViewerFeature, number>>): Float64Array {
  const scaled = new Float64Array(VIEWER_FEATURES.length);
  for (const [feature, mark] of Object.entries(marks)) scaled[FEATURE_INDEX[feature as ViewerFeature]] = mark;
  return scaled;
}

describe('nameCentroids', () => {
  it('knows each archetype by its marks', () => {
    expect(nameCentroids(ARCHETYPES.map(({ marks }) => place(marks)))).toEqual(
      ARCHETYPES.map(({ name }) => name),
    );
  });

  it('gives each name once, by what is best for all together', () => {
    const [more, less] = [
      place({ 'tone:nostalgia': 3 }),
      place({ 'tone:nostalgia': 1.2, 'tone:comfort': 1 }),
    ];
    expect(nameCentroids([less, more])).toEqual(['comfort-seeker', 'nostalgic']);
    const names = nameCentroids(ARCHETYPES.map(() => place({ criticism: 2 })));
    expect(new Set(names).size).toBe(ARCHETYPES.length);
  });

  it('calls the middle balanced', () => {
    expect(nameCentroids([place({}), place({ 'tone:tension': 2 })])).toEqual(['balanced', 'tension-seeker']);
  });

  it('keeps the name of a segment that moved a little, not of one that turned into something else', () => {
    const border = place({ 'tone:nostalgia': 0.7, 'tone:comfort': 0.9 });
    const before = [
      { name: 'nostalgic' as const, scaled: place({ 'tone:nostalgia': 1, 'tone:comfort': 0.6 }) },
    ];
    expect(nameCentroids([border])).toEqual(['comfort-seeker']);
    expect(nameCentroids([border], before)).toEqual(['nostalgic']);
    expect(nameCentroids([place({ 'tone:comfort': 2.5 })], before)).toEqual(['comfort-seeker']);
  });

  it('bears a fit with more or fewer segments than the one before', () => {
    const before = [{ name: 'balanced' as const, scaled: place({}) }];
    const now = [place({ criticism: 2 }), place({ completion: 0.1 })];
    expect(nameCentroids(now, before)).toEqual(['critical-viewer', 'balanced']);
    const many = ARCHETYPES.map(({ name, marks }) => ({ name, scaled: place(marks) }));
    expect(nameCentroids(now, many)).toEqual(['critical-viewer', 'balanced']);
  });
});
