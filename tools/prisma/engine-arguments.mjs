/**
 * @typedef {{url?: string, shadowDatabaseUrl?: string}} Datasource
 * @typedef {{datamodels: string[], datasource: Datasource, command: string | null, isVersion: boolean}} EngineArguments
 */

/**
 * The command line with which Prisma calls its schema engine.
 * @param {string[]} argv
 * @returns {EngineArguments} `command` null: serve requests on standard input
 */
export function parseEngineArguments(argv) {
  const after = (/** @type {string} */ flag) =>
    argv.flatMap((word, at) => (word === flag ? [argv[at + 1]] : []));
  const [datasource = '{}'] = after('--datasource');
  const [command = null] = after('cli');
  const isVersion = argv.includes('--version') || argv.includes('-V');
  return { datamodels: after('--datamodels'), datasource: JSON.parse(datasource), command, isVersion };
}
