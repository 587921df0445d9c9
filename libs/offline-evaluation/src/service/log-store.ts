import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@keyart/common';

/** The folder that evaluations may name files of, and nothing outside it. */
export class LogStore {
  constructor(private readonly folder: string) {}

  /**
   * @param field of the request, for the message
   * @param name relative to the folder
   * @returns where the file really lies
   * @throws InputError `UNKNOWN_LOG_FILE` naming field and name, never the folder: there is no such file, or it leads out of the folder
   */
  async resolve(field: string, name: string): Promise<string> {
    const unknown = (): InputError =>
      new InputError('UNKNOWN_LOG_FILE', `${field}: there is no file ${name} in the folder of logs`);
    try {
      const root = await realpath(this.folder);
      const file = await realpath(path.join(root, name));
      const isInside = file.startsWith(root + path.sep);
      if (!isInside || !(await stat(file)).isFile()) throw unknown();
      return file;
    } catch {
      throw unknown();
    }
  }
}
