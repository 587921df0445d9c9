import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Configuration } from '@keyart/common';
import type { JobName } from '@keyart/contracts';
import type { Queue } from 'bullmq';
import { CONFIGURATION } from '../tokens';
import { schedulesOf, type Schedule } from './schedules';

/**
 * Puts the schedules into the queue when a worker starts. A schedule is the queue's, under its id: however many
 * workers put it there, it runs once a turn. `SCHEDULES=off` takes them out again.
 */
@Injectable()
export class ScheduleKeeper implements OnApplicationBootstrap {
  constructor(
    private readonly modules: ModuleRef,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const isOn = this.configuration.SCHEDULES === 'on';
    for (const schedule of schedulesOf(this.configuration)) {
      const queue = this.queueOf(schedule.job);
      await (isOn && !schedule.isIdle ? keep(queue, schedule) : queue.removeJobScheduler(schedule.id));
    }
  }

  private queueOf(job: JobName): Queue {
    return this.modules.get<Queue>(getQueueToken(job), { strict: false });
  }
}

async function keep(queue: Queue, { id, job, when, payload }: Schedule): Promise<void> {
  const repeat = 'everyMs' in when ? { every: when.everyMs } : { pattern: when.pattern, tz: 'UTC' };
  await queue.upsertJobScheduler(id, repeat, { name: job, data: payload });
}
