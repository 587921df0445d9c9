import type { LookupAddress } from 'node:dns';
import { checkedLookup } from './checked-lookup';

const PUBLIC: LookupAddress = { address: '8.8.8.8', family: 4 };
const ALSO_PUBLIC: LookupAddress = { address: '2606:4700::1111', family: 6 };
const PRIVATE: LookupAddress = { address: '10.0.0.1', family: 4 };

/** What a connection gets to hear. */
function look(addresses: readonly LookupAddress[], options: { all: boolean; isTrusted?: boolean }) {
  const lookup = checkedLookup(() => Promise.resolve(addresses), options.isTrusted ?? false);
  return new Promise((resolve, reject) =>
    lookup('art.example', options, (error, ...found) => (error ? reject(error) : resolve(found))),
  );
}

describe('checkedLookup', () => {
  it('hands out what it checked, all or the first', async () => {
    expect(await look([PUBLIC, ALSO_PUBLIC], { all: true })).toEqual([[PUBLIC, ALSO_PUBLIC]]);
    expect(await look([ALSO_PUBLIC, PUBLIC], { all: false })).toEqual(['2606:4700::1111', 6]);
  });

  it.each([[[PRIVATE]], [[PUBLIC, PRIVATE]]])('fails for %j', async (addresses) => {
    await expect(look(addresses, { all: true })).rejects.toMatchObject({ code: 'PICTURE_URL_REFUSED' });
  });

  it('lets hosts be private that are trusted', async () => {
    expect(await look([PRIVATE], { all: true, isTrusted: true })).toEqual([[PRIVATE]]);
  });

  it('fails where a name is unknown', async () => {
    const lookup = checkedLookup(() => Promise.reject(new Error('no such name')), false);
    const failure = new Promise((resolve) => lookup('art.example', { all: true }, resolve));
    expect(await failure).toEqual(new Error('no such name'));
  });
});
