import { it } from 'node:test';
import { createMemoryRepository } from '@followthrough/core/local-backend';
import { assertDatesAreKept, beginning } from './day-turn-suite.ts';

it('Dates that memory keeps are the engine’s, whatever is done and however many days go by', () =>
  assertDatesAreKept(() => Promise.resolve(createMemoryRepository(beginning())), 300));
