import { createServer } from 'node:net';

export const HOST = '127.0.0.1';

/** @returns {Promise<number>} a port nobody listens on now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, HOST, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
