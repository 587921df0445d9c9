import { Injectable } from '@nestjs/common';

/** Whether this process is about to end: it then tells balancers to go elsewhere, and still answers. */
@Injectable()
export class Draining {
  private hasBegun = false;

  get isDraining(): boolean {
    return this.hasBegun;
  }

  begin(): void {
    this.hasBegun = true;
  }

  /** @throws Error while draining */
  check(): void {
    if (this.hasBegun) throw new Error('the process is shutting down');
  }
}
