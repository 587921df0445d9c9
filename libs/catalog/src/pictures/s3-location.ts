import { InputError } from '@keyart/common';

/** Where pictures lie in an object store. */
export interface S3Location {
  readonly bucket: string;
  /** What every key begins with: empty, or ending in `/`. */
  readonly prefix: string;
  /** Base URL of a store that is not Amazon's. */
  readonly endpoint?: string;
  /** Unset: as the environment or the shared configuration file says. */
  readonly region?: string;
  /** The bucket stands in the path rather than in the host's name. */
  readonly isPathStyle: boolean;
}

const PARAMETERS = ['endpoint', 'region', 'pathStyle'];
/** Other stores ask for some region to sign with and mean nothing by it. */
const REGION_OF_OTHER_STORES = 'us-east-1';

/**
 * Reads `s3://bucket/prefix?endpoint=…&region=…&pathStyle=true`; all but the bucket may be left out.
 * @throws InputError `BAD_CONFIGURATION` naming the wrong part
 */
export function s3LocationOf(url: string): S3Location {
  const { host: bucket, pathname, searchParams } = parsed(url);
  const unknown = [...searchParams.keys()].find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) throw bad(`has no parameter ${unknown}; it takes ${PARAMETERS.join(', ')}`);
  const endpoint = endpointOf(searchParams.get('endpoint'));
  const region = searchParams.get('region') ?? (endpoint && REGION_OF_OTHER_STORES);
  const prefix = decodeURIComponent(pathname).replace(/^\/+|\/+$/g, '');
  return {
    bucket,
    prefix: prefix === '' ? '' : `${prefix}/`,
    isPathStyle: isTrue(searchParams.get('pathStyle')),
    ...(endpoint && { endpoint }),
    ...(region && { region }),
  };
}

function parsed(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 's3:' || url.host === '') throw bad('must be like s3://bucket/prefix');
  if (url.username !== '' || url.password !== '') throw bad('must not hold credentials');
  return url;
}

function endpointOf(text: string | null): string | undefined {
  if (text === null) return undefined;
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw bad('endpoint must be like https://objects.example:9000');
}

function isTrue(text: string | null): boolean {
  if (text === null || text === 'false') return false;
  if (text === 'true') return true;
  throw bad('pathStyle must be true or false');
}

function bad(detail: string): InputError {
  return new InputError('BAD_CONFIGURATION', `configuration: PICTURES_URL ${detail}`);
}
