import { RouteTable } from './route-table';

describe('RouteTable', () => {
  it('finds the methods of an address by its pattern', () => {
    const table = new RouteTable();
    table.add('GET', '/v1/titles/:id');
    table.add(['PUT', 'HEAD'], '/v1/titles/:id');
    table.add('GET', '/v1/a.b');
    expect(table.methodsAt('/v1/titles/x%20y')).toEqual(['GET', 'HEAD', 'PUT']);
    expect(table.methodsAt('/v1/titles/x/artworks')).toEqual([]);
    expect(table.methodsAt('/v1/axb')).toEqual([]);
  });
});
