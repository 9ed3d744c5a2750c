// @ts-check
import net from 'node:net';

/** @returns {Promise<number>} a port that is free now */
export function freePort() {
  return listenOnce(0);
}

/** @param {number} port */
export async function isPortFree(port) {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

/**
 * @param {number} port 0 for any
 * @returns {Promise<number>} the port that it was
 */
function listenOnce(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
