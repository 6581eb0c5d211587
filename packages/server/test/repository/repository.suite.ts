// The SQL repository keeps the local backend's contract of a repository: the very tests that core's own repositories run.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSuite } from '../../../core/test/local-backend/list-suite.ts';
import { repositorySuite as tests } from '../../../core/test/local-backend/repository-suite.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Suite } from '../support/engine.ts';

export const repositorySuite: Suite = {
  title: 'A repository in SQL',
  tests(engine) {
    const over: Parameters<typeof tests>[0] = {
      it,
      deepEqual: assert.deepEqual,
      async open(snapshot) {
        await removeWorkspace(engine.database, snapshot.workspace.id);
        await seedWorkspace(engine.database, snapshot);
        return createSqlRepository(engine.database, snapshot.workspace.id);
      },
    };
    tests(over);
    describe('lists', () => listSuite({ ...over, runs: engine.full ? 150 : 12 }));
  },
};
