import { JOB_NAMES } from '@keyart/contracts';
import { checkProcessors } from './check-processors';

describe('checkProcessors', () => {
  it('accepts one handler per job', () => {
    expect(() => checkProcessors(JOB_NAMES)).not.toThrow();
  });

  it('names a job without a handler', () => {
    expect(() => checkProcessors(JOB_NAMES.slice(1))).toThrow(`job ${JOB_NAMES[0]} has no handler`);
  });

  it('names a job with two handlers', () => {
    expect(() => checkProcessors([...JOB_NAMES, 'train-baseline'])).toThrow(
      'job train-baseline has two handlers',
    );
  });

  it('names a handler of a job that does not exist', () => {
    expect(() => checkProcessors([...JOB_NAMES, 'bake-cake'])).toThrow('handler of unknown job bake-cake');
  });
});
