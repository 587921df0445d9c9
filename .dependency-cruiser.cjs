/**
 * One ordered table makes every boundary rule: a library may import the libraries of its row (and itself), nothing else.
 * Apps and tools may import any library; no app imports an app; a library is entered by its index only.
 */
const ALLOWED = {
  common: [],
  contracts: ['common'],
  db: ['common', 'contracts'],
  queue: ['common', 'contracts'],
  llm: ['common', 'contracts', 'features'],
  features: ['common', 'contracts'],
  vision: ['common', 'contracts', 'features'],
  catalog: ['common', 'contracts', 'db', 'features', 'vision'],
  ranking: ['common', 'contracts', 'features'],
  learning: ['common', 'contracts', 'features', 'ranking'],
  evaluation: ['common', 'contracts', 'features', 'ranking'],
  simulation: [
    ...['common', 'contracts', 'features', 'ranking', 'learning', 'evaluation'],
    ...['similarity', 'transfer'],
  ],
  'decision-log': ['common', 'contracts', 'evaluation'],
  experiments: ['common', 'contracts', 'db', 'evaluation', 'decision-log'],
  decisions: [
    ...['common', 'contracts', 'db', 'catalog', 'llm', 'ranking', 'features', 'learning', 'vision'],
    ...['similarity', 'transfer'],
  ],
  'offline-evaluation': [
    ...['common', 'contracts', 'db', 'evaluation', 'decision-log', 'decisions'],
    ...['catalog', 'features', 'learning', 'llm', 'ranking'],
  ],
  'training-export': ['common', 'contracts', 'features', 'llm', 'ranking'],
  similarity: ['common', 'contracts', 'features'],
  transfer: ['common', 'contracts', 'features', 'ranking', 'learning', 'similarity'],
  audience: ['common', 'contracts', 'similarity'],
  video: ['common', 'contracts', 'vision'],
  insights: [
    ...['common', 'contracts', 'db', 'catalog', 'features', 'vision'],
    ...['similarity', 'transfer', 'audience', 'video'],
  ],
  sentiment: ['common', 'contracts', 'llm'],
  profiles: ['common', 'contracts'],
  shifts: ['common', 'contracts', 'evaluation'],
  segments: ['common', 'contracts'],
  campaigns: ['common', 'contracts', 'evaluation', 'ranking'],
  creative: ['common', 'contracts', 'evaluation'],
  voice: [
    ...['common', 'contracts', 'db', 'decision-log', 'evaluation', 'llm', 'queue'],
    ...['sentiment', 'profiles', 'shifts', 'segments', 'campaigns', 'creative'],
  ],
  operations: ['common', 'contracts', 'db', 'queue', 'llm', 'decisions'],
};
const PURE = [
  ...['features', 'ranking', 'learning', 'evaluation', 'simulation', 'training-export'],
  ...['similarity', 'transfer', 'audience', 'profiles', 'shifts', 'segments', 'campaigns', 'creative'],
];

const boundary = ([library, allowed]) => ({
  name: `boundary-${library}`,
  severity: 'error',
  from: { path: `^libs/${library}/` },
  to: { path: '^libs/', pathNot: `^libs/(${[library, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    ...Object.entries(ALLOWED).map(boundary),
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'library-imports-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|tools|bench|test)/' },
    },
    {
      name: 'app-imports-no-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'library-by-its-index',
      severity: 'error',
      from: { path: '^(?:libs|apps|tools)/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$1/'] },
    },
    {
      name: 'metrics-and-traces-in-one-room',
      severity: 'error',
      from: { path: '^(apps|libs|tools)/', pathNot: ['^libs/operations/', '\\.spec\\.ts$'] },
      to: { path: '^node_modules/(prom-client|@opentelemetry/(sdk|exporter))' },
    },
    {
      name: 'pure-libraries',
      severity: 'error',
      from: { path: `^libs/(${PURE.join('|')})/`, pathNot: '\\.spec\\.ts$' },
      to: {
        path: [
          '^node_modules/(@nestjs|@prisma|bullmq|pg|ioredis|sharp)',
          '^(node:)?(fs|http|https|net|child_process)',
        ],
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
  },
};
