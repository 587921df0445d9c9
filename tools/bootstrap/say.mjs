/** A line of progress; standard output belongs to the command. @param {string} line */
export function say(line) {
  process.stderr.write(`keyart: ${line}\n`);
}
