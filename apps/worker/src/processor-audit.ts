import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { checkProcessors } from './check-processors';
import { JobProcessor } from './job-processor';
import type { JobName } from '@keyart/contracts';

/** Refuses to start a worker in which a job has no processor or two. */
@Injectable()
export class ProcessorAudit implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const processors = this.discovery
      .getProviders()
      .map((wrapper) => wrapper.instance as unknown)
      .filter((instance): instance is JobProcessor<JobName> => instance instanceof JobProcessor);
    checkProcessors(processors.map(({ jobName }) => jobName));
  }
}
