// How a thing lies in a table whose every field has one column of its own.
import type { Kind, Kinds } from '@followthrough/core/local-backend';
import type { Instant } from '@followthrough/core/schema';
import { exact } from './instant.ts';
import { nameKeys } from './name-keys.ts';
import type { Row, Storage } from './storage.ts';

type Columns<K extends Kind> = { [F in keyof Kinds[K]]-?: string };

/**
 * A storage of which every field has one column.
 * @param besides columns that are made of the fields, for lists and search to go by
 */
function plain<K extends Kind>(
  table: string,
  columns: Columns<K>,
  besides: (entity: Kinds[K]) => Row = () => ({}),
): Storage<K> {
  const pairs = Object.entries(columns) as [keyof Kinds[K], string][];
  return {
    table,
    columns: columns as Storage<K>['columns'],
    toRow: (entity) => ({
      ...Object.fromEntries(pairs.map(([field, column]) => [column, entity[field]])),
      ...besides(entity),
    }),
    fromRow: (row) => Object.fromEntries(pairs.map(([field, column]) => [field, row[column]])) as Kinds[K],
  };
}

/** What is listed by its name has the keys of core's for order and search. */
export function named<K extends 'person' | 'company' | 'group'>(table: string, columns: Columns<K>): Storage<K> {
  return plain(table, columns, ({ name }: { name: string }) => nameKeys(name));
}

/** Instants to the millisecond, as they will be read again and a list's next page begins after them. */
export function dated<K extends Exclude<Kind, 'action'>>(
  table: string,
  columns: Columns<K>,
  instants: readonly (keyof Kinds[K])[],
  besides: (entity: Kinds[K]) => Row = () => ({}),
): Storage<K> {
  return plain(table, columns, (entity) => ({
    ...Object.fromEntries(instants.map((field) => [columns[field], exact(entity[field] as Instant | null)])),
    ...besides(entity),
  }));
}

/** Leaves a field out where its column holds nothing. */
export function sparse<K extends Kind>(storage: Storage<K>, field: keyof Kinds[K]): Storage<K> {
  return {
    ...storage,
    fromRow(row) {
      const entity = storage.fromRow(row);
      if (entity[field] === null) delete entity[field];
      return entity;
    },
  };
}
