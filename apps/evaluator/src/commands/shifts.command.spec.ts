import { runProgram } from '../run-program';

const noDatabase = (): never => {
  throw new Error('asked for a database');
};

describe('keyart shifts simulate', () => {
  let [printed, said] = ['', ''];

  beforeEach(() => {
    [printed, said] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)) !== '');
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => (said += String(text)) !== '');
  });
  afterEach(() => jest.restoreAllMocks());

  const simulate = (...options: string[]): Promise<number> =>
    runProgram(['shifts', 'simulate', ...options], noDatabase);

  it.each([
    ['--runs', '0'],
    ['--plants', 'many'],
    ['--threshold', '50'],
    ['--false-share', '1'],
  ])('refuses %s %s', async (option, value) => {
    expect(await simulate(option, value)).toBe(2);
    expect(said).toContain(`${option} ${value}`);
    expect(printed).toBe('');
  });
});
