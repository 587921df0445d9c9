import { commandLine } from './command-line.factory';

describe('keyart shifts simulate', () => {
  const line = commandLine();

  const simulate = (...options: string[]): Promise<number> => line.run('shifts', 'simulate', ...options);

  it.each([
    ['--runs', '0'],
    ['--plants', 'many'],
    ['--threshold', '50'],
    ['--false-share', '1'],
  ])('refuses %s %s', async (option, value) => {
    expect(await simulate(option, value)).toBe(2);
    expect(line.said).toContain(`${option} ${value}`);
    expect(line.printed).toBe('');
  });
});
