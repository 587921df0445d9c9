/* eslint-disable @typescript-eslint/no-require-imports -- CommonJS, so that the bootstrap and compiled code share it */
const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');

const POLL_MS = 50;

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @param {string} file @returns {number | null} the holder; null where the file is gone or not written yet */
function holderOf(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** @param {string} file @returns {boolean} whether this process now holds the lock */
function tryAcquire(file) {
  // Written aside and linked, so that nobody ever reads a lock without its holder.
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** A holder that was killed cannot release; its lock is taken away. @param {string} file */
function dropIfAbandoned(file) {
  const holder = holderOf(file);
  if (holder !== null && !isAlive(holder) && holderOf(file) === holder) fs.rmSync(file, { force: true });
}

/**
 * Runs `work` while no other process holds the lock `file`; waits for as long as the holder lives.
 * Not re-entrant.
 * @template T
 * @param {string} file path of the lock; its folder is made
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
async function withExclusiveLock(file, work, onWait = () => {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let isFirst = true; !tryAcquire(file); isFirst = false) {
    if (isFirst) onWait();
    dropIfAbandoned(file);
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

module.exports = { withExclusiveLock, isAlive };
