import type { OnApplicationShutdown } from '@nestjs/common';
import { PictureFlows } from '@keyart/queue';

/** Flows of the worker's own, closed with it. */
export class ClosingPictureFlows extends PictureFlows implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}
