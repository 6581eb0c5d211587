// People are found by what their names hold; somebody whose name begins so comes before somebody in whose name it only stands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningFirst } from '@followthrough/core/stores';

const FOUND = ['Ana Teodora Ruiz', 'Mateo Silva', 'Matteo O’Teal', 'Téo Branković'].map((name) => ({ name }));
const names = (query: string) => beginningFirst(FOUND, query).map(({ name }) => name);

const ORDERS: readonly (readonly [string, readonly string[]])[] = [
  ['teo', ['Ana Teodora Ruiz', 'Téo Branković', 'Mateo Silva', 'Matteo O’Teal']],
  ['  TÉO ', ['Ana Teodora Ruiz', 'Téo Branković', 'Mateo Silva', 'Matteo O’Teal']],
  ['teo br', ['Téo Branković', 'Ana Teodora Ruiz', 'Mateo Silva', 'Matteo O’Teal']],
  ['mat', ['Mateo Silva', 'Matteo O’Teal', 'Ana Teodora Ruiz', 'Téo Branković']],
  ['o', ['Matteo O’Teal', 'Ana Teodora Ruiz', 'Mateo Silva', 'Téo Branković']],
  ['silva', ['Mateo Silva', 'Ana Teodora Ruiz', 'Matteo O’Teal', 'Téo Branković']],
  ['eo', FOUND.map(({ name }) => name)],
  ['', FOUND.map(({ name }) => name)],
];

for (const [query, order] of ORDERS) {
  test(`“${query}” gives ${order[0]} first, and the others as they were`, () => assert.deepEqual(names(query), order));
}
