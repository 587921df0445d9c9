import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module';
import type { WorkerDependencies } from './worker-dependencies';

/** Starts taking jobs; `close()` lets running ones finish. */
export function createWorker(dependencies: WorkerDependencies): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.with(dependencies), { logger: ['error', 'warn'] });
}
