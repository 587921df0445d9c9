import readline from 'node:readline';
import { answerRequest } from './answer-request.mjs';

const ENGINE_ERROR = 4466;
const FIRST_OWN_ID = 1_000_001;

let nextOwnId = FIRST_OWN_ID;

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

/** @param {string} content */
function print(content) {
  send({ id: nextOwnId++, method: 'print', params: { content } });
}

/** The engine's own errors are JSON in the message. @param {Error & {code?: string}} error */
function errorData(error) {
  try {
    return JSON.parse(error.message);
  } catch {
    return { is_panic: false, message: error.message, error_code: error.code, meta: {} };
  }
}

/** @param {number} id @param {Error & {code?: string}} error */
function sendError(id, error) {
  if (process.env.DEBUG) process.stderr.write(`${error.stack}\n`);
  send({ id, error: { code: ENGINE_ERROR, message: error.message, data: errorData(error) } });
}

/**
 * Answers requests on standard input, a JSON line each, one after the other; ends when the input does.
 * @param {() => Promise<object>} openEngine called with the first request
 */
export function serveRequests(openEngine) {
  let engine;
  const handle = async (message) => {
    // Without a method it is Prisma's answer to `print`.
    if (!message.method) return;
    try {
      engine ??= await openEngine();
      send({ id: message.id, result: await answerRequest(engine, message, print) });
    } catch (error) {
      sendError(message.id, error);
    }
  };
  let queue = Promise.resolve();
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  lines.on('line', (line) => {
    if (line.trim()) queue = queue.then(() => handle(JSON.parse(line)));
  });
  lines.on('close', () => queue.then(() => process.exit(0)));
}
