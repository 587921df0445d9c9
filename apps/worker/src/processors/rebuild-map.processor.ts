import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { RebuildMapPayload } from '@keyart/contracts';
import { RebuildMap, RebuildMicroGenres } from '@keyart/insights';
import { JobProcessor } from '../job-processor';

const MAP_FRACTION = 0.9;

/** Makes the similarity map of the catalogue anew, then its micro-genres; these even where the map stays, for their vocabulary may have grown. */
@Processor('rebuild-map')
export class RebuildMapProcessor extends JobProcessor<'rebuild-map'> {
  readonly jobName = 'rebuild-map';

  constructor(
    private readonly rebuildMap: RebuildMap,
    private readonly rebuildMicroGenres: RebuildMicroGenres,
  ) {
    super();
  }

  protected async handle({ isForced }: RebuildMapPayload, onProgress: ProgressListener): Promise<object> {
    const map = await this.rebuildMap.run({
      isForced,
      onProgress: (fraction, stage) => onProgress(MAP_FRACTION * fraction, stage),
    });
    const microGenres = await this.rebuildMicroGenres.run({
      version: map.version,
      onProgress: (fraction, stage) => onProgress(MAP_FRACTION + (1 - MAP_FRACTION) * fraction, stage),
    });
    return { ...map, microGenreCount: microGenres.microGenreCount, microGenreCoverage: microGenres.coverage };
  }
}
