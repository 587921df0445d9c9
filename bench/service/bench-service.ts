import { openBenchDatabase } from './bench-database';
import { forkApi, type ApiMemory } from './fork-api';
import { HttpClient } from './http-client';
import { prepareService } from './prepare-service';
import type { ServiceSize } from './service-size';

/** The API in a process of its own over a fresh durable database; only the load shares this process. */
export interface BenchService {
  readonly client: HttpClient;
  /** After a garbage collection, which stops the service for a moment. */
  memory(): Promise<ApiMemory>;
  close(): Promise<void>;
}

/** Prepares a service of that size and starts it. */
export async function openBenchService(size: ServiceSize): Promise<BenchService> {
  const { database, url: databaseUrl, close: closeDatabase } = await openBenchDatabase();
  const { apiKey } = await prepareService(database, size);
  const api = await forkApi({ DATABASE_URL: databaseUrl });
  const client = new HttpClient(api.url, apiKey);
  return {
    client,
    memory: () => api.memory(),
    close: async () => {
      client.close();
      await api.close();
      await closeDatabase();
    },
  };
}
