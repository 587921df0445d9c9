/* eslint-disable @typescript-eslint/no-require-imports -- preloaded by `node --require` */
const { readFileSync, watchFile } = require('node:fs');

const file = process.env.KEYART_CLOCK_OFFSET_FILE;
const POLL_MS = 100;
const RealDate = Date;
let offsetMs = 0;

const nowMs = () => RealDate.now() + offsetMs;

function readOffset() {
  offsetMs = Number(readFileSync(file, 'utf8')) || 0;
}

/** The whole process, libraries included, sees the machine's wall clock moved; the monotonic clock goes on, as in life. */
const shiftedDate = new Proxy(RealDate, {
  construct: (target, given) => (given.length === 0 ? new target(nowMs()) : new target(...given)),
  apply: () => new RealDate(nowMs()).toString(),
  get: (target, name) => (name === 'now' ? nowMs : Reflect.get(target, name)),
});

if (file) {
  readOffset();
  watchFile(file, { interval: POLL_MS, persistent: false }, readOffset);
  globalThis.Date = shiftedDate;
}
