import path from 'node:path';

/**
 * Path of a file inside an installed package.
 * @param module something the package lets others resolve, e.g. its `package.json`
 * @param file from the folder of that module
 */
export function packageFile(module: string, file: string): string {
  return path.join(path.dirname(require.resolve(module)), file);
}
