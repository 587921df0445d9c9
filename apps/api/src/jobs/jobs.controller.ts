import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  FailedJobsQueryDto,
  JOB_NAMES,
  JOBS,
  JobAcceptedDto,
  type JobName,
  type JobPayload,
} from '@keyart/contracts';
import { parseJobPayload, type FailedJob, type JobProducer, type JobStatus } from '@keyart/queue';
import { RequireScope } from '../access/require-scope.decorator';
import { JOB_PRODUCER } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { requireStorableJson } from '../http/require-storable-json';
import { required } from '../problems/unknown-resource';

@ApiTags('jobs')
@Controller('v1/jobs/:name')
export class JobsController {
  constructor(@Inject(JOB_PRODUCER) private readonly jobs: JobProducer) {}

  @Post()
  @HttpCode(202)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Put a job in line' })
  @ApiParam({ name: 'name', enum: JOB_NAMES })
  @ApiBody({ schema: { type: 'object' }, required: false, description: 'The payload of that job.' })
  @ApiAcceptedResponse({ type: JobAcceptedDto })
  async enqueue(@Param('name', IdPipe) name: string, @Body() body: unknown): Promise<JobAcceptedDto> {
    const job = jobNamed(name);
    requireStorableJson(body);
    const payload: JobPayload<JobName> = parseJobPayload(job, body ?? {});
    const { jobId } = await this.jobs.enqueue(job, payload);
    return { jobId };
  }

  @Get('failed')
  @RequireScope('admin')
  @ApiOperation({ summary: 'Jobs that nobody tries again, newest first' })
  @ApiParam({ name: 'name', enum: JOB_NAMES })
  async failed(
    @Param('name', IdPipe) name: string,
    @Query() { limit }: FailedJobsQueryDto,
  ): Promise<{ items: FailedJob[] }> {
    return { items: await this.jobs.failed(jobNamed(name), limit) };
  }

  @Post(':jobId/retry')
  @HttpCode(202)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Put a failed job in line again' })
  @ApiParam({ name: 'name', enum: JOB_NAMES })
  @ApiAcceptedResponse({ type: JobAcceptedDto })
  async retry(
    @Param('name', IdPipe) name: string,
    @Param('jobId', IdPipe) jobId: string,
  ): Promise<JobAcceptedDto> {
    required((await this.jobs.retry(jobNamed(name), jobId)) || null, 'failed job');
    return { jobId };
  }

  @Get(':jobId')
  @RequireScope('admin')
  @ApiOperation({ summary: 'How far a job is' })
  @ApiParam({ name: 'name', enum: JOB_NAMES })
  async find(@Param('name', IdPipe) name: string, @Param('jobId', IdPipe) jobId: string): Promise<JobStatus> {
    return required(await this.jobs.status(jobNamed(name), jobId), 'job');
  }
}

function jobNamed(name: string): JobName {
  return required(name in JOBS && Object.hasOwn(JOBS, name) ? (name as JobName) : null, 'kind of job');
}
