import { InputError } from '@keyart/common';
import type { LocalisationPlans, PlanOutcome } from '@keyart/insights';
import { plannedOf } from './planned-of';

const REQUEST = { titleId: 't', existing: [], budget: null };
const plansThat = (answer: () => Promise<PlanOutcome>) =>
  ({ planOf: answer }) as unknown as LocalisationPlans;

describe('plannedOf', () => {
  it.each([
    ['unknown-title', 'unknown-resource'],
    ['no-model', 'conflict'],
  ] as const)('%s is the problem %s', async (kind, slug) => {
    await expect(
      plannedOf(
        plansThat(() => Promise.resolve({ kind })),
        REQUEST,
      ),
    ).rejects.toMatchObject({ slug });
  });

  it('does not blame the caller for our data, nor tell where they lie', async () => {
    const fault = new InputError('BAD_LOCALISATION_DATA', '/srv/markets.json rows[3].people: is missing');
    const failing = plannedOf(
      plansThat(() => Promise.reject(fault)),
      REQUEST,
    );
    await expect(failing).rejects.toMatchObject({ slug: 'dependency-unavailable', cause: fault });
    await expect(failing).rejects.not.toThrow('/srv');
  });

  it('lets other errors through', async () => {
    const fault = new InputError('OTHER', 'x');
    await expect(
      plannedOf(
        plansThat(() => Promise.reject(fault)),
        REQUEST,
      ),
    ).rejects.toBe(fault);
  });
});
