import { FEATURE_LAYOUT, FEATURE_VERSION } from './feature-layout';
import { termBucket } from './term-bucket';

// A model learnt under one layout is noise under another: whoever changes a number here must change the version with it.
it('pins the feature version to layout and term buckets', () => {
  const buckets = ['kiss', 'rider', 'umbrella', 'châlet', '東京'].map(termBucket);
  expect({ version: FEATURE_VERSION, layout: FEATURE_LAYOUT, buckets }).toEqual({
    version: 'features/740a1e980f8c',
    layout: { bias: 0, editorial: 1, match: 2, facets: 3, interactions: 27, weightCount: 13_131 },
    buckets: [90, 371, 51, 201, 2],
  });
});
