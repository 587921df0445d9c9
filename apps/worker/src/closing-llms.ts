import type { OnApplicationShutdown } from '@nestjs/common';
import type { RegisteredLlms } from '@keyart/decisions';

/** Ends the models' processes once no job runs any more. */
export class ClosingLlms implements OnApplicationShutdown {
  constructor(private readonly llms: RegisteredLlms) {}

  async onApplicationShutdown(): Promise<void> {
    await this.llms.close();
  }
}
