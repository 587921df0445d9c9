const HEAD = {
  version: 'map-4f1c2a9be07d3358',
  createdAt: '2026-03-01T02:00:41.000Z',
  publishedAt: '2026-03-01T02:00:43.000Z',
  titleCount: 4812,
  blocks: ['synopsis', 'facts', 'embedding'],
  textModel: 'minilm',
  seed: 'title-map/1',
};

/** Example answers of the map's routes, for the OpenAPI document. */
export const MAP_EXAMPLES = {
  similar: {
    mapVersion: HEAD.version,
    isMapped: true,
    items: [
      {
        ...{ titleId: 'faust', name: 'Faust', year: 1926, similarity: 0.6132 },
        reasons: {
          shared: { genre: ['fantasy'], tag: ['silent film'], person: [], country: ['de'], decade: ['1920'] },
          words: ['city', 'machine'],
          closeness: { synopsis: 0.5514, facts: 0.8121, embedding: 0.4317 },
        },
      },
    ],
  },
  map: {
    ...HEAD,
    communities: [
      { level: 1, community: 0, label: 'science fiction, robot, space', titleCount: 310, x: -0.81, y: 0.44 },
    ],
    points: [
      {
        titleId: 'metropolis',
        name: 'Metropolis',
        year: 1927,
        x: -0.79812,
        y: 0.41055,
        communities: [0, 4, 17],
      },
    ],
  },
  versions: [HEAD],
} as const;
