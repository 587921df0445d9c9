import { Module } from '@nestjs/common';
import { PrecomputeRunsController } from './precompute-runs.controller';

@Module({ controllers: [PrecomputeRunsController] })
export class PrecomputeModule {}
