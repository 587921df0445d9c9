import { queueOptions } from './queue-connection';

const databaseUrl = 'postgresql://keyart@127.0.0.1/keyart';

describe('queueOptions', () => {
  it('reads host, port, database, account and TLS of a Redis URL', () => {
    const queueUrl = 'rediss://reader:p%40ss@cache.example:7000/2';
    expect(queueOptions({ queueUrl, databaseUrl }).connection).toMatchObject({
      host: 'cache.example',
      port: 7000,
      db: 2,
      username: 'reader',
      password: 'p@ss',
      tls: {},
    });
  });

  it('uses the service’s own PostgreSQL, in a schema of its own, where no queue is named', () => {
    expect(queueOptions({ databaseUrl }).connection).toMatchObject({
      connectionString: databaseUrl,
      schema: 'bullmq',
      migrate: true,
    });
  });
});
