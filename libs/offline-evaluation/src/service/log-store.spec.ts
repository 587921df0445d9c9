import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LogStore } from './log-store';

describe('LogStore', () => {
  let outside: string;
  let folder: string;
  let logs: LogStore;
  beforeAll(() => {
    outside = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'keyart-logs-')));
    folder = path.join(outside, 'logs');
    mkdirSync(path.join(folder, '2026'), { recursive: true });
    writeFileSync(path.join(outside, 'secret.csv'), 'x');
    writeFileSync(path.join(folder, '2026', 'march.csv'), 'x');
    symlinkSync(path.join(outside, 'secret.csv'), path.join(folder, 'link.csv'));
    symlinkSync(outside, path.join(folder, 'up'));
    symlinkSync(path.join(folder, '2026', 'march.csv'), path.join(folder, 'latest.csv'));
    logs = new LogStore(folder);
  });
  afterAll(() => rmSync(outside, { recursive: true }));

  it.each(['2026/march.csv', 'latest.csv'])('finds %s', async (name) => {
    expect(await logs.resolve('log', name)).toBe(path.join(folder, '2026', 'march.csv'));
  });

  it.each(['none.csv', '2026', '../secret.csv', 'link.csv', 'up/secret.csv', '2026/../../secret.csv'])(
    'refuses %s, naming field and file but no folder',
    async (name) => {
      const refused = logs.resolve('target', name);
      await expect(refused).rejects.toMatchObject({ code: 'UNKNOWN_LOG_FILE' });
      await expect(refused).rejects.toThrow(`target: there is no file ${name} in the folder of logs`);
    },
  );

  it('has nothing where there is no folder', async () => {
    await expect(new LogStore(path.join(outside, 'gone')).resolve('log', 'a.csv')).rejects.toThrow('no file');
  });
});
