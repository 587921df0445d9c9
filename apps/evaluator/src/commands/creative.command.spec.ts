import { creativeFloors } from '../creative/simulation/creative-floors';
import { commandLine } from './command-line.factory';

describe('keyart creative simulate', () => {
  const line = commandLine();
  it('measures worlds, and its exit code is what the floors say', async () => {
    const code = await line.run('creative', 'simulate', '--worlds', '1', '--logs', '1', '--json');
    const { drivers, claims, artwork, floors } = JSON.parse(line.printed);
    expect(floors).toEqual(creativeFloors({ drivers, claims, artwork }));
    const missed = floors.filter(({ isMet }: { isMet: boolean }) => !isMet);
    expect(code).toBe(missed.length > 0 ? 1 : 0);
    for (const { what } of missed) expect(line.said).toContain(what);
    expect(drivers).toMatchObject({ signShare: 1, plantedWorldCount: 1 });
    expect(artwork.countedBias).toBeGreaterThan(Math.abs(artwork.weightedBias));
  });

  it('refuses no worlds', async () => {
    expect(await line.run('creative', 'simulate', '--worlds', '0')).toBe(2);
    expect(line.said).toContain('--worlds 0: must be a whole number above 0');
  });
});

describe('creativeFloors', () => {
  const drivers = {
    ...{ plantedWorldCount: 9, nullWorldCount: 9, signShare: 1, toldShare: 1, falseShare: 0.04 },
    ...{ nullWorldShare: 0.04, plantedCoverage: 0.95, nullCoverage: 0.95 },
  };
  const claims = {
    ...{ worldCount: 9, trueSupported: 1, falseSupported: 0.03, loudSupported: 0.03 },
    ...{ fewTooLittle: 1, coverage: 0.95 },
  };
  const artwork = {
    ...{ logCount: 9, signShare: 1, toldShare: 1, coverage: 0.95, nullLogShare: 0.02, weightedBias: 0 },
    ...{ countedBias: 0.3, rawError: 0.25, shrunkenError: 0.15, cellCoverage: 0.95 },
  };
  const missed = (...differing: object[]) => {
    const [d = {}, c = {}, a = {}] = differing;
    return creativeFloors({
      drivers: { ...drivers, ...d },
      claims: { ...claims, ...c },
      artwork: { ...artwork, ...a },
    })
      .filter(({ isMet }) => !isMet)
      .map(({ what }) => what);
  };

  it('is met by what it should be', () => {
    expect(missed()).toEqual([]);
  });

  it.each<[object[], string]>([
    [[{ signShare: 0.999 }], 'planted drivers whose sign is found'],
    [[{ nullWorldShare: 0.051 }], 'worlds without drivers in which one is told'],
    [[{ plantedCoverage: 0.92 }], '95% intervals that hold a planted effect'],
    [[{ nullCoverage: 0.98 }], '95% intervals that hold 0 where there is nothing'],
    [[{}, { loudSupported: 0.06 }], 'claims supported that one loud title makes'],
    [[{}, {}, { shrunkenError: 0.24 }], 'error of shrunken cells, by that of raw ones'],
  ])('is missed by %j', (differing, what) => {
    expect(missed(...differing)).toEqual([what]);
  });
});
