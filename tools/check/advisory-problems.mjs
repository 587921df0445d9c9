import { readFileSync } from 'node:fs';
import { npmProgram } from '../bootstrap/npm-program.mjs';
import { runQuietly } from '../bootstrap/run-quietly.mjs';

const AUDIT = ['audit', '--omit=dev', '--json'];
const COUNTED = new Set(['high', 'critical']);
const ACCEPTED = new URL('accepted-advisories.json', import.meta.url);
const NO_ANSWER = 'the registry answers no audit; advisories were not looked at';

/**
 * Advisories of high or critical severity that are not in `accepted-advisories.json`, or whose acceptance has run out.
 * A registry without an audit endpoint, or none at all, is a note and no problem: builds work without network.
 * @param {string} [today] ISO date
 * @returns {Promise<{problems: string[], note: string}>}
 */
export async function advisoryProblems(today = new Date().toISOString().slice(0, 10)) {
  const { output } = await runQuietly([npmProgram(), ...AUDIT]);
  const report = reportIn(output);
  if (!report) return { problems: [], note: NO_ANSWER };
  const accepted = JSON.parse(readFileSync(ACCEPTED, 'utf8'));
  return { problems: unaccepted({ report, accepted, today }), note: '' };
}

/** @param {string} output @returns {{vulnerabilities: Record<string, any>} | null} */
function reportIn(output) {
  try {
    const report = JSON.parse(output.slice(output.indexOf('{')));
    return report.vulnerabilities ? report : null;
  } catch {
    return null;
  }
}

/**
 * @param {{
 *   report: {vulnerabilities: Record<string, any>},
 *   accepted: readonly {advisory: string, until: string, reason: string}[],
 *   today: string,
 * }} question report of `npm audit --json`; acceptances hold until and on their day
 * @returns {string[]}
 */
export function unaccepted({ report, accepted, today }) {
  const open = new Set(accepted.filter(({ until }) => until >= today).map(({ advisory }) => advisory));
  const found = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((/** @type {any} */ cause) => typeof cause === 'object' && COUNTED.has(cause.severity)),
  );
  const problems = found
    .filter(({ url }) => !open.has(url))
    .map(({ name, severity, title, url }) => `${name}: ${severity}, ${title}: ${url}`);
  return [...new Set(problems)];
}
