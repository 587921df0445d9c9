import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { imageUrlSecret } from './image-url-secret';
import { pseudonymSecret } from './pseudonym-secret';

describe('secrets of an installation', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'keyart-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are what the configuration says', () => {
    const KEYART_HOME = path.join(folder, 'never-made');
    expect(pseudonymSecret({ PSEUDONYM_SECRET: 'given', KEYART_HOME })).toBe('given');
    expect(imageUrlSecret({ IMAGE_URL_SECRET: 'given', KEYART_HOME })).toBe('given');
    expect(() => statSync(KEYART_HOME)).toThrow('ENOENT');
  });

  it.each([
    ['pseudonym-secret', pseudonymSecret],
    ['image-url-secret', imageUrlSecret],
  ])('%s is drawn once for an installation, for its owner’s eyes', (file, secretOf) => {
    const KEYART_HOME = path.join(folder, 'home');
    const secret = secretOf({ KEYART_HOME });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(secretOf({ KEYART_HOME })).toBe(secret);
    expect(statSync(path.join(KEYART_HOME, file)).mode & 0o777).toBe(0o600);
    expect(secretOf({ KEYART_HOME: path.join(folder, 'other') })).not.toBe(secret);
  });

  it('are none of each other’s', () => {
    const KEYART_HOME = folder;
    expect(imageUrlSecret({ KEYART_HOME })).not.toBe(pseudonymSecret({ KEYART_HOME }));
  });
});
