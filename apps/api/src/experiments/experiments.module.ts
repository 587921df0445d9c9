import { Module } from '@nestjs/common';
import { AssignmentsController } from './assignments.controller';
import { ExperimentRuns } from './experiment-runs';
import { ExperimentsController } from './experiments.controller';
import { ExposuresController } from './exposures.controller';

@Module({
  controllers: [ExperimentsController, ExposuresController, AssignmentsController],
  providers: [ExperimentRuns],
})
export class ExperimentsModule {}
