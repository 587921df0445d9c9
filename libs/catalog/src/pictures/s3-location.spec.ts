import { s3LocationOf } from './s3-location';

describe('s3LocationOf', () => {
  it.each([
    ['s3://art', { bucket: 'art', prefix: '', isPathStyle: false }],
    ['s3://art/', { bucket: 'art', prefix: '', isPathStyle: false }],
    [
      's3://art/in/posters/?region=eu-west-1',
      { bucket: 'art', prefix: 'in/posters/', isPathStyle: false, region: 'eu-west-1' },
    ],
    [
      's3://art/p?endpoint=http://127.0.0.1:9000&pathStyle=true',
      {
        ...{ bucket: 'art', prefix: 'p/', isPathStyle: true },
        ...{ endpoint: 'http://127.0.0.1:9000', region: 'us-east-1' },
      },
    ],
  ])('%s', (url, location) => {
    expect(s3LocationOf(url)).toEqual(location);
  });

  it.each([
    ['nowhere', 'must be like s3://bucket/prefix'],
    ['https://art/p', 'must be like s3://bucket/prefix'],
    ['s3:///p', 'must be like s3://bucket/prefix'],
    ['s3://key:secret@art/p', 'must not hold credentials'],
    ['s3://art?acl=public', 'has no parameter acl; it takes endpoint, region, pathStyle'],
    ['s3://art?endpoint=ftp://x', 'endpoint must be like'],
    ['s3://art?pathStyle=yes', 'pathStyle must be true or false'],
  ])('%s %s', (url, detail) => {
    expect(() => s3LocationOf(url)).toThrow(`configuration: PICTURES_URL ${detail}`);
  });
});
