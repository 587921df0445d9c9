/** Words in a binary package's name → npm's `os`. */
const SYSTEMS = {
  darwin: 'darwin',
  mac: 'darwin',
  win: 'win32',
  win32: 'win32',
  windows: 'win32',
  linux: 'linux',
  linuxmusl: 'linux',
  freebsd: 'freebsd',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  android: 'android',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
};
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32'];
const OTHER_NAMES = { armv7l: 'arm' };

/**
 * Binary packages say in their name what they are for: `@scope/thing-linux-x64-gnu`.
 * @param {string} name
 * @returns {{os?: string, cpu?: string}}
 */
export function platformOfPackage(name) {
  const words = name.toLowerCase().split(/[/@_.-]+/);
  const os = words.map((word) => SYSTEMS[word]).find(Boolean);
  const cpu = words.map((word) => OTHER_NAMES[word] ?? word).find((word) => PROCESSORS.includes(word));
  return { os, cpu };
}
