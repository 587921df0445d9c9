import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { locateModelFiles } from './model-files';

describe('locateModelFiles', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'keyart-models-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const fileOf = (name: string, content: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const files = [
    { id: 'here', sha256: 'aa' },
    { id: 'away', sha256: 'bb' },
  ];
  const manifest = fileOf('manifest.json', JSON.stringify({ files }));

  it('joins the manifest with the paths that the set-up noted', async () => {
    const paths = fileOf('paths.json', JSON.stringify({ here: '/models/here.onnx', stranger: '/x' }));
    await expect(locateModelFiles(manifest, paths)).resolves.toEqual([
      { id: 'here', sha256: 'aa', path: '/models/here.onnx' },
      { id: 'away', sha256: 'bb', path: null },
    ]);
  });

  it('takes unset, missing and broken notes for no file at all', async () => {
    for (const paths of [undefined, path.join(folder, 'none.json'), fileOf('broken.json', '{')])
      await expect(locateModelFiles(manifest, paths)).resolves.toEqual(
        files.map((file) => ({ ...file, path: null })),
      );
  });

  it('names a manifest without files', async () => {
    const bare = fileOf('bare.json', '{}');
    await expect(locateModelFiles(bare)).rejects.toMatchObject({
      code: 'BAD_MODEL_MANIFEST',
      message: expect.stringContaining(bare) as string,
    });
  });
});
