import { runProgram } from '../run-program';

/** A command line in this process, without a database, and what it has printed since the test began. */
export interface CommandLine {
  /** Returns the exit code. */
  run(...words: string[]): Promise<number>;
  /** Standard output. */
  printed: string;
  /** Standard error. */
  said: string;
}

/** Stands at the top of a `describe`: its hooks catch what is printed. */
export function commandLine(): CommandLine {
  const line: CommandLine = {
    ...{ printed: '', said: '' },
    run: (...words) => runProgram(words, () => Promise.reject(new Error('no database is needed'))),
  };
  beforeEach(() => {
    Object.assign(line, { printed: '', said: '' });
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((line.printed += String(text))));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((line.said += String(text))));
  });
  afterEach(() => jest.restoreAllMocks());
  return line;
}
