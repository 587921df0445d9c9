import { BadJobPayloadError } from './errors';
import { parseJobPayload } from './parse-job-payload';

describe('parseJobPayload', () => {
  it('returns the payload class and drops what an older or newer version added', () => {
    expect(parseJobPayload('build-profile', { memberId: 'ana', retired: 1 })).toEqual({ memberId: 'ana' });
  });

  it('takes null for absent', () => {
    expect(parseJobPayload('precompute-scores', { memberId: 'ana', runId: null })).toEqual({
      memberId: 'ana',
    });
  });

  it('names the field that does not fit', () => {
    expect(() => parseJobPayload('build-profile', { memberId: '' })).toThrow(
      'job build-profile: memberId should not be empty',
    );
  });

  it.each([null, 'text', 3, [{}]])('refuses %j, which is not an object', (data) => {
    expect(() => parseJobPayload('train-baseline', data)).toThrow(BadJobPayloadError);
  });

  it('refuses a date that is none', () => {
    expect(() => parseJobPayload('train-baseline', { until: 'soon' })).toThrow(
      'until must be a valid ISO 8601',
    );
  });

  it('takes jobs that carry nothing, and drops what old ones carried', () => {
    expect({ ...parseJobPayload('analyse-reviews', { batch: 1 }) }).toEqual({});
    expect({ ...parseJobPayload('fit-insights', {}) }).toEqual({});
  });
});
