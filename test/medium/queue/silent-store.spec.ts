import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { BullJobProducer, QueueUnavailableError, queueOptions } from '@keyart/queue';

const LIMIT_MS = 200;

describe('BullJobProducer before a store that takes connections and says nothing', () => {
  const sockets = new Set<Socket>();
  let server: Server;
  let producer: BullJobProducer;

  beforeAll(async () => {
    server = createServer((socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const location = { queueUrl: `redis://127.0.0.1:${port}`, databaseUrl: '' };
    producer = new BullJobProducer(queueOptions(location), LIMIT_MS);
  });

  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await producer.close().catch(() => undefined);
  });

  it('tells its callers instead of letting them wait', async () => {
    await expect(producer.enqueue('build-profile', { memberId: 'ana' })).rejects.toThrow(
      QueueUnavailableError,
    );
    await expect(producer.status('build-profile', '1')).rejects.toThrow(QueueUnavailableError);
    await expect(producer.ping()).rejects.toThrow(QueueUnavailableError);
  });
});
