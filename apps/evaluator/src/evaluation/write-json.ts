import { writeFile } from 'node:fs/promises';

/** Writes JSON to a file, or alone to standard output for `-`. */
export async function writeJson(target: string, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (target === '-') process.stdout.write(text);
  else await writeFile(target, text);
}
