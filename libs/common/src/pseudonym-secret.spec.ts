import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pseudonymSecret } from './pseudonym-secret';

describe('pseudonymSecret', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'keyart-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is what the configuration says', () => {
    const KEYART_HOME = path.join(folder, 'never-made');
    expect(pseudonymSecret({ PSEUDONYM_SECRET: 'given', KEYART_HOME })).toBe('given');
    expect(() => statSync(KEYART_HOME)).toThrow('ENOENT');
  });

  it('is drawn once for an installation, for its owner’s eyes', () => {
    const KEYART_HOME = path.join(folder, 'home');
    const secret = pseudonymSecret({ KEYART_HOME });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(pseudonymSecret({ KEYART_HOME })).toBe(secret);
    expect(statSync(path.join(KEYART_HOME, 'pseudonym-secret')).mode & 0o777).toBe(0o600);
    expect(pseudonymSecret({ KEYART_HOME: path.join(folder, 'other') })).not.toBe(secret);
  });
});
