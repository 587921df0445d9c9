/**
 * Rows as aligned text; numbers to the right.
 * @param rows first row is the heading
 */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const isNumber = (cell: string): boolean => /^[-−]?[\d.,]+%?$/.test(cell);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (isNumber(cell) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join('  ')
      .trimEnd();
  const [heading, ...body] = rows;
  return [line(heading), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}
