type Step = () => unknown;

/** What was opened, closed in the reverse order; a step that fails keeps no other from being taken. */
export class Cleanup {
  private readonly steps: Step[] = [];

  /** Takes this step at the end. */
  later(step: Step): void {
    this.steps.push(step);
  }

  /** Takes every step once. @throws the first error, after all of them */
  async run(): Promise<void> {
    const errors: unknown[] = [];
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      try {
        await step();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}
