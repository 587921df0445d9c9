import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';

/** Who may write and read there. */
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

/** An object store of its own for one suite, with the bucket `pictures`. */
export interface ObjectStore {
  /** Base URL. */
  readonly endpoint: string;
  /** Folder that holds the objects. */
  readonly directory: string;
  /** Ends it; what was stored is still there. */
  stop(): Promise<void>;
  dispose(): Promise<void>;
}

/** Starts a server that speaks S3, and puts its credentials where the SDK looks for them. */
export async function startObjectStore(): Promise<ObjectStore> {
  Object.assign(process.env, CREDENTIALS);
  const directory = await mkdtemp(path.join(os.tmpdir(), 'keyart-s3-'));
  const configureBuckets = [{ name: 'pictures' }];
  const server = new S3rver({ address: '127.0.0.1', port: 0, directory, silent: true, configureBuckets });
  const { port } = await server.run();
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= server.close());
  const dispose = async (): Promise<void> => {
    await stop();
    await rm(directory, { recursive: true });
  };
  return { endpoint: `http://127.0.0.1:${port}`, directory, stop, dispose };
}
