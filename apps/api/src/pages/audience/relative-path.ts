const COMMAND = /([MLZ])([^MLZ]*)/g;

/**
 * The same path in whole numbers and relative steps, which takes about a third of the characters; steps of no length are left out.
 * @param path of `M`, `L` and `Z` with absolute coordinates, as d3-geo writes it
 */
export function relativePath(path: string): string {
  let [x, y] = [0, 0];
  let text = '';
  let start: readonly [number, number] = [0, 0];
  for (const [, command, rest] of path.matchAll(COMMAND)) {
    if (command === 'Z') {
      text += 'z';
      [x, y] = start;
      continue;
    }
    const [toX, toY] = rest.split(',').map((number) => Math.round(Number(number)));
    const [stepX, stepY] = [toX - x, toY - y];
    if (command === 'M') start = [toX, toY];
    else if (stepX === 0 && stepY === 0) continue;
    text += `${command.toLowerCase()}${stepX}${stepY < 0 ? '' : ','}${stepY}`;
    [x, y] = [toX, toY];
  }
  return text;
}
