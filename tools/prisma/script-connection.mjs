import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';

/** PostgreSQL's "char" (oid 18) has no mapping in the adapter; text (25) reads the same bytes. */
const CHAR_OID = 18;
const TEXT_OID = 25;
const PATCHED = Symbol('reads "char"');

/** @param {{fields?: {dataTypeID: number}[]} | undefined} result @returns {number[]} columns that were "char" and now read as text */
function charColumnsAsText(result) {
  const columns = (result?.fields ?? []).flatMap(({ dataTypeID }, at) =>
    dataTypeID === CHAR_OID ? [at] : [],
  );
  columns.forEach((at) => (result.fields[at].dataTypeID = TEXT_OID));
  return columns;
}

/**
 * The engine insists on one-character values where it reads constraint types, or dies on CHECK and (PostgreSQL 18) NOT NULL
 * constraints: the adapter reads such columns as text, and then says that they are characters.
 * @param {object} queryable the prototype that connections and transactions share
 */
function readCharColumns(queryable) {
  if (queryable[PATCHED]) return;
  const { performIO, queryRaw } = queryable;
  const charColumns = new WeakMap();
  queryable.performIO = async function (query) {
    const result = await performIO.call(this, query);
    const columns = charColumnsAsText(result);
    if (result?.rows) charColumns.set(result.rows, columns);
    return result;
  };
  queryable.queryRaw = async function (query) {
    const result = await queryRaw.call(this, query);
    for (const at of charColumns.get(result.rows) ?? []) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
  queryable[PATCHED] = true;
}

/**
 * Makes a connection of the adapter fit for migrations: scripts of many statements go to PostgreSQL as they are.
 * @template {object} C
 * @param {C} connection of `PrismaPg`
 * @returns {C}
 */
export function forScripts(connection) {
  readCharColumns(Object.getPrototypeOf(Object.getPrototypeOf(connection)));
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}
