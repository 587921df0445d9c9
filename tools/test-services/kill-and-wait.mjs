/** Ends a child at once. @param {import('node:child_process').ChildProcess} child @returns {Promise<unknown>} when it is gone */
export function killAndWait(child) {
  const isOver = child.exitCode !== null || child.signalCode !== null;
  const ended = isOver ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  return ended;
}
