import { readCheckedJson } from '@keyart/common';
import { CreativeError, genreKey, type Claim } from '@keyart/creative';
import { ClaimsFileDto } from './claims-file.dto';

/** The claims of a file. @throws CreativeError `BAD_CLAIM` naming file and field */
export async function readClaimsFile(file: string): Promise<readonly Claim[]> {
  const { value, faults } = await readCheckedJson(file, ClaimsFileDto);
  if (value === null || faults.length > 0) {
    const told = faults.map(({ place, detail }) => `${file}: ${[place, detail].filter(Boolean).join(' ')}`);
    throw new CreativeError('BAD_CLAIM', told.join('\n'));
  }
  value.claims.forEach(({ groupA, groupB }, i) => {
    const both = groupA.find((genre) => groupB.some((other) => genreKey(other) === genreKey(genre)));
    if (both !== undefined)
      throw new CreativeError('BAD_CLAIM', `${file}: claims[${i}] has ${both} in groupA and in groupB`);
  });
  return value.claims;
}
