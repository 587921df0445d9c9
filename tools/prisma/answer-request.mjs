/** The WASM engine knows the replayed history only from a cache that `devDiagnostic` fills. */
async function withHistory(engine, { method, params }) {
  const { migrationsList, filters } = params;
  if (migrationsList.migrationDirectories.length > 0) await engine.devDiagnostic({ migrationsList, filters });
  return engine[method](params);
}

/** What Prisma prints is a request of the engine's own in the native protocol. */
async function diff(engine, { params }, print) {
  const { stdout, exitCode } = await engine.diff(params);
  if (stdout) print(stdout);
  return { exitCode, stdout: null };
}

/** Methods that the WASM engine has not, or has otherwise than the native one. */
const DIFFERENT = {
  getDatabaseVersion: (engine, { params }) => engine.version(params),
  createDatabase: () => ({}),
  evaluateDataLoss: withHistory,
  createMigration: withHistory,
  diff,
};

/**
 * Answers one request of the native engine's protocol.
 * @param {object} engine
 * @param {{method: string, params: object}} request
 * @param {(content: string) => void} print
 * @returns {Promise<object>} the result
 */
export async function answerRequest(engine, request, print) {
  const different = DIFFERENT[request.method];
  const result = different ? different(engine, request, print) : engine[request.method](request.params);
  return (await result) ?? {};
}
