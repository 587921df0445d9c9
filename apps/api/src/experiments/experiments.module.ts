import { Module } from '@nestjs/common';
import { AssignmentsController } from './assignments.controller';
import { ExperimentReportsController } from './experiment-reports.controller';
import { ExperimentRuns } from './experiment-runs';
import { ExperimentsController } from './experiments.controller';
import { ExposuresController } from './exposures.controller';

@Module({
  controllers: [
    ExperimentsController,
    ExperimentReportsController,
    ExposuresController,
    AssignmentsController,
  ],
  providers: [ExperimentRuns],
})
export class ExperimentsModule {}
