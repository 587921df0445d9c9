import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TitlePriorsDto } from '@keyart/contracts';
import { TitlePriorsReader } from '@keyart/insights';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { ProblemException } from '../problems/problem.exception';
import { priorsAnswerOf } from './priors-answer-of';

@ApiTags('insights')
@Controller('v1/titles')
export class PriorsController {
  constructor(private readonly reader: TitlePriorsReader) {}

  @Get(':titleId/priors')
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({
    summary: 'What is expected of a title and its pictures, from titles like it',
    description:
      'Learnt by the job `fit-insights`, from what similar titles’ pictures earned beyond what the bandit expects. Each kind of transfer ' +
      'is tried on titles left out; one that does harm there is off, and its priors are 0.',
  })
  @ApiOkResponse({ type: TitlePriorsDto })
  async find(@Param('titleId', IdPipe) titleId: string): Promise<TitlePriorsDto> {
    const outcome = await this.reader.priorsOf(titleId);
    if (outcome.kind === 'unknown-title')
      throw new ProblemException('unknown-resource', 'there is no such title');
    if (outcome.kind === 'no-model')
      throw new ProblemException(
        'conflict',
        'nothing was learnt of titles from one another yet: the job fit-insights does, from 500 attributed decisions on',
      );
    return priorsAnswerOf(outcome.priors);
  }
}
