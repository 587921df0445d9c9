import { loadConfiguration } from './configuration';

const codeOf = (environment: NodeJS.ProcessEnv): unknown => {
  try {
    return loadConfiguration(environment);
  } catch (error) {
    return error;
  }
};

describe('loadConfiguration', () => {
  it('has a default for everything the embedded service needs', () => {
    const configuration = loadConfiguration({});
    expect(configuration).toMatchObject({ LLM: 'on', PORT: 3000, EXPLORATION_EPSILON: 0.05 });
    expect(configuration.DATABASE_URL).toBeUndefined();
  });

  it('reads numbers and addresses, and takes an empty variable for unset', () => {
    const configuration = loadConfiguration({
      PORT: '8080',
      STICKY_MARGIN: '0.1',
      DATABASE_URL: 'postgresql://me:secret@localhost:5432/keyart',
      QUEUE_URL: 'redis://localhost:6379',
      LLM_URL: '',
    });
    expect(configuration).toMatchObject({
      PORT: 8080,
      STICKY_MARGIN: 0.1,
      QUEUE_URL: 'redis://localhost:6379',
    });
    expect(configuration.DATABASE_URL).toContain('5432');
    expect(configuration.LLM_URL).toBeUndefined();
  });

  it('reads how a captioner is reached, and has none by default', () => {
    expect(loadConfiguration({}).CAPTIONER_URL).toBeUndefined();
    const captioner = {
      CAPTIONER_URL: 'http://localhost:8001',
      CAPTIONER_MODEL: 'vlm',
      CAPTIONER_API_KEY: 'secret',
    };
    expect(loadConfiguration(captioner)).toMatchObject(captioner);
  });

  it('ignores variables it does not know', () => {
    expect(loadConfiguration({ PATH: '/bin' })).not.toHaveProperty('PATH');
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['EXPLORATION_EPSILON', '1.5'],
    ['EXPLORATION_EPSILON', 'NaN'],
    ['SQUARE_CB_GAMMA', 'Infinity'],
    ['SLICE_UNIFORM_FRACTION', '-0.1'],
    ['SLICE_POPULAR_FRACTION', '0.34'],
    ['SLICE_NOT_PERSONALISED_FRACTION', 'few'],
    ['LLM', 'maybe'],
    ['LLM_ADAPTER', 'telepathy'],
    ['DATABASE_URL', 'mysql://localhost/keyart'],
    ['QUEUE_URL', 'localhost:6379'],
    ['CAPTIONER_URL', 'ftp://models.example'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by name', (variable, value) => {
    expect(codeOf({ [variable]: value })).toMatchObject({
      code: 'BAD_CONFIGURATION',
      message: expect.stringContaining(variable),
    });
  });

  it('names every wrong variable at once', () => {
    expect(codeOf({ PORT: 'x', LLM: 'x' })).toMatchObject({
      message: expect.stringMatching(/PORT.*LLM|LLM.*PORT/),
    });
  });
});
