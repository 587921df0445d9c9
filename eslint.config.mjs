import tseslint from 'typescript-eslint';
import jest from 'eslint-plugin-jest';
import prettier from 'eslint-config-prettier';

const OVER_THREE_PARAMETERS =
  ':matches(FunctionDeclaration, ArrowFunctionExpression, MethodDefinition[kind!="constructor"] > FunctionExpression)[params.length>3]';
const syntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a const object and a union.' },
  { selector: 'ExportDefaultDeclaration', message: 'One exported concept, by its name.' },
  { selector: OVER_THREE_PARAMETERS, message: 'More than three parameters become one object.' },
];
const pure = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Pure: take a Clock.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Pure: take a Random.',
  },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pure: take a Clock.' },
];
const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Configuration is parsed once, in libs/common/src/configuration.ts.',
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      '**/generated',
      'node_modules',
      'coverage',
      'out',
      '.keyart*',
      'training',
      'artwork-fixtures',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
      'no-restricted-syntax': ['error', ...syntax, environment],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      eqeqeq: 'error',
    },
  },
  {
    files: [
      'libs/{features,ranking,learning,evaluation,simulation,training-export,similarity,transfer,audience,profiles,shifts,segments,campaigns,creative}/**/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...syntax, environment, ...pure] },
  },
  {
    files: ['libs/common/src/configuration.ts', 'tools/**', 'test/**', 'bench/**', 'prisma.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax] },
  },
  { files: ['prisma.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.spec.ts', 'test/**'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['jest.config.js', '.dependency-cruiser.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
