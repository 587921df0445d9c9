import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Sections that `pip download` reads, the later the stronger. */
const SECTIONS = ['global', 'download'];

/** pip's configuration files, the later the stronger. @param {NodeJS.ProcessEnv} env @returns {string[]} */
function configurationFiles(env) {
  const home = env.HOME ?? os.homedir();
  const user = path.join(env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'pip', 'pip.conf');
  const windows = env.APPDATA ? [path.join(env.APPDATA, 'pip', 'pip.ini')] : [];
  const environment = env.VIRTUAL_ENV ? [path.join(env.VIRTUAL_ENV, 'pip.conf')] : [];
  const named = env.PIP_CONFIG_FILE ? [env.PIP_CONFIG_FILE] : [];
  return ['/etc/pip.conf', path.join(home, '.pip', 'pip.conf'), user, ...windows, ...environment, ...named];
}

/**
 * Reads an INI file as pip does: `-` and `_` are one, an indented line goes on with the value above.
 * @param {string} text
 * @returns {Map<string, string>} `section.key` → value
 */
function parseIni(text) {
  const values = new Map();
  let section = '';
  let key = '';
  for (const line of text.split(/\r?\n/).filter((candidate) => !/^\s*([#;].*)?$/.test(candidate))) {
    const [, header] = /^\[(.+)\]\s*$/.exec(line) ?? [];
    const [, name, value] = /^([\w-]+)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (header) section = header.trim();
    else if (name) values.set((key = `${section}.${name.replaceAll('_', '-')}`), value.trim());
    else if (/^\s/.test(line)) values.set(key, `${values.get(key)} ${line.trim()}`);
  }
  return values;
}

/** @param {NodeJS.ProcessEnv} env @param {string} key @returns {string[]} the strongest setting, split at white space */
function setting(env, key) {
  const variable = env[`PIP_${key.toUpperCase().replaceAll('-', '_')}`];
  const files = configurationFiles(env).filter((file) => existsSync(file));
  const read = files.map((file) => parseIni(readFileSync(file, 'utf8')));
  const inFiles = SECTIONS.flatMap((section) => read.map((values) => values.get(`${section}.${key}`)));
  const value = variable ?? inFiles.filter((candidate) => candidate !== undefined).at(-1) ?? '';
  return value.split(/\s+/).filter(Boolean);
}

/**
 * The package indexes that this machine is set up for; no index is ever assumed.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {URL[]} `index-url` first, then `extra-index-url`
 */
export function packageIndexes(env = process.env) {
  return [...setting(env, 'index-url'), ...setting(env, 'extra-index-url')]
    .filter((text) => URL.canParse(text))
    .map((text) => new URL(text));
}
