import { InputError } from '@keyart/common';
import { TONES } from '@keyart/contracts';
import type { ToneRow } from '@keyart/sentiment';
import { readLines, tableOf } from './read-table';

/** Labels of GoEmotions in the order of its numbers: its 27 feelings and `neutral`. */
export const GO_EMOTIONS_LABELS: readonly string[] = [
  ...TONES.filter((tone) => tone !== 'nostalgia'),
  'neutral',
];

/**
 * Comments with labels: tab-separated as published (text, numbers of labels, id), or under a heading that names `text` and `label` or `labels`
 * (numbers or names, separated by commas).
 * @throws InputError `BAD_FILE` naming the line
 */
export async function readToneRows(file: string): Promise<ToneRow[]> {
  const lines = await readLines(file);
  const heading = lines[0]?.split('\t') ?? [];
  const column = ['label', 'labels'].find((name) => heading.includes(name));
  if (column !== undefined && heading.includes('text'))
    return tableOf(file, lines, ['text', column]).map(({ line, cells }) => ({
      text: cells.text,
      labels: labelsOf(file, line, cells[column]),
    }));
  return lines.map((row, i) => {
    const [text, labels] = row.split('\t');
    if (labels === undefined) throw new InputError('BAD_FILE', `${file}: line ${i + 1}: has no labels`);
    return { text, labels: labelsOf(file, i + 1, labels) };
  });
}

function labelsOf(file: string, line: number, text: string): string[] {
  return text.split(',').map((part) => {
    const name = part.trim();
    const label = /^\d+$/.test(name) ? GO_EMOTIONS_LABELS[Number(name)] : name;
    if (!GO_EMOTIONS_LABELS.includes(label))
      throw new InputError('BAD_FILE', `${file}: line ${line}: "${name}" is no label`);
    return label;
  });
}
