import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TemporaryFolder, withTemporaryFolder } from './temporary-folder';

const listenerCount = (): number => process.listenerCount('exit');

describe('a temporary folder', () => {
  it('is nobody else’s, and gone after the work, however that ends', async () => {
    const before = listenerCount();
    let used = '';
    const failing = withTemporaryFolder('keyart-spec', (folder) => {
      used = folder;
      writeFileSync(path.join(folder, 'file'), '');
      expect(statSync(folder).mode & 0o077).toBe(0);
      return Promise.reject(new Error('failed'));
    });
    await expect(failing).rejects.toThrow('failed');
    expect(path.basename(used)).toMatch(/^keyart-spec-/);
    expect(existsSync(used)).toBe(false);
    expect(listenerCount()).toBe(before);
  });

  it('is removed when the process ends, too', async () => {
    const folder = await TemporaryFolder.make('keyart-spec');
    const removeNow = process.listeners('exit').at(-1);
    removeNow?.(0);
    expect(existsSync(folder.path)).toBe(false);
    await folder.remove();
  });
});
