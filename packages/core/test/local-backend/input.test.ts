import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Backend } from '@followthrough/core/backend';
import { everything, failureOf, promise, promiseDraft, refusalOf, scene } from './workspace.ts';

/** A call with input that no type would let through. */
type Call = (backend: Backend) => Promise<unknown>;
const draft =
  (more: object): Call =>
  (backend) =>
    backend.actions.create({ ...promiseDraft(), ...more });
const patch =
  (more: object): Call =>
  (backend) =>
    backend.actions.update('deck', more, { version: 1 });
const list =
  (more: object): Call =>
  (backend) =>
    backend.actions.list(more);
const bulk =
  (more: object): Call =>
  (backend) =>
    backend.actions.bulk({ operation: 'delete', ids: ['deck'], ...more } as never);
const due = (date: unknown) => ({ due: { rule: { type: 'fixed', date } } });

describe('Input', () => {
  const rows: [what: string, call: Call, refusal: string][] = [
    ['no title', draft({ title: undefined }), 'validation · /title required'],
    ['an empty title', draft({ title: '' }), 'validation · /title invalid'],
    ['a title of white space', draft({ title: ' \t' }), 'validation · /title invalid'],
    ['a title of two lines', draft({ title: 'a\nb' }), 'validation · /title invalid'],
    ['a title with NUL', draft({ title: 'a\0b' }), 'validation · /title invalid'],
    ['a title with half a surrogate pair', draft({ title: 'a\ud800b' }), 'validation · /title invalid'],
    ['a title of 501 characters', draft({ title: '😀'.repeat(501) }), 'validation · /title invalid'],
    ['a title that is a number', draft({ title: 7 }), 'validation · /title type'],
    [
      'a description of 10,001 characters',
      patch({ description: 'x'.repeat(10_001) }),
      'validation · /description invalid',
    ],
    ['no context', draft({ context: undefined }), 'validation · /context required'],
    ['a context of no kind', draft({ context: { type: 'galaxy' } }), 'validation · /context/type choice'],
    [
      'a context without its id',
      draft({ context: { type: 'relationship' } }),
      'validation · /context/relationshipId required',
    ],
    ['an id with a space', draft({ id: 'a b' }), 'validation · /id invalid'],
    ['a date that does not exist', draft(due('2026-02-30')), 'validation · /due/rule/date invalid'],
    ['a date before 1970', draft(due('1969-12-31')), 'validation · /due/rule/date invalid'],
    ['a date after 2199', draft(due('2200-01-01')), 'validation · /due/rule/date invalid'],
    ['a date with a time', draft(due('2026-05-15T10:00:00Z')), 'validation · /due/rule/date invalid'],
    ['a date that is a bare string', draft({ due: '2026-05-15' }), 'validation · /due type'],
    ['an unknown field', draft({ priority: 1 }), 'unknown-field · /priority unknown-field'],
    [
      'an unknown field further in',
      draft({ context: { type: 'personal', colour: 'red' } }),
      'unknown-field · /context/colour unknown-field',
    ],
    ['a status', draft({ status: 'done' }), 'read-only-field · /status read-only-field'],
    ['a state on create', draft({ state: 'done' }), 'read-only-field · /state read-only-field'],
    ['a state on edit', patch({ state: 'done' }), 'read-only-field · /state read-only-field'],
    [
      'another context on edit',
      patch({ context: { type: 'personal' } }),
      'read-only-field · /context/type read-only-field',
    ],
    ['another creator', patch({ createdBy: 'eve' }), 'read-only-field · /createdBy read-only-field'],
    [
      'what a date was read with',
      patch({ due: { rule: { type: 'fixed', date: '2026-05-15' }, basis: 'fixed' } }),
      'read-only-field · /due/basis read-only-field',
    ],
    [
      'a fault beside an unknown field',
      patch({ title: '', colour: 'red' }),
      'unknown-field · /title invalid · /colour unknown-field',
    ],
    ['a patch that is a list', (b) => b.actions.update('deck', [] as never, { version: 1 }), 'validation ·  type'],
    ['a state there is not', (b) => b.actions.setState('deck', 'paused' as never), 'validation ·  choice'],
    ['a limit of 0', list({ limit: 0 }), 'validation · /limit too-small'],
    ['a limit of 201', list({ limit: 201 }), 'validation · /limit too-big'],
    ['a limit of one and a half', list({ limit: 1.5 }), 'validation · /limit type'],
    ['a sort there is not', list({ sort: 'colour' }), 'validation · /sort choice'],
    ['a status filter there is not', list({ status: ['todo', 'paused'] }), 'validation · /status/1 choice'],
    ['a context filter there is not', list({ context: 'galaxy' }), 'validation · /context invalid'],
    ['an unknown filter', list({ colour: 'red' }), 'unknown-field · /colour unknown-field'],
    ['an empty bulk', bulk({ ids: [] }), 'validation · /ids too-small'],
    [
      'a bulk of 501',
      bulk({ ids: Array.from({ length: 501 }, (_, index) => `a${index}`) }),
      'validation · /ids too-big',
    ],
    ['a bulk operation there is not', bulk({ operation: 'explode' }), 'validation · /operation choice'],
  ];
  for (const [what, call, refusal] of rows) {
    it(`with ${what} is refused: ${refusal}`, async () => {
      const { as, repository } = scene([promise('deck')]);
      const before = await everything(repository);
      assert.equal(await refusalOf(call(as('ada'))), refusal);
      assert.deepEqual(await everything(repository), before);
    });
  }

  it('is refused in words that say how to mend it', async () => {
    const { as } = scene([promise('deck')]);
    const told = async (call: Call) => (await failureOf(call(as('ada')))).errors.map(({ message }) => message);
    assert.deepEqual(await told(draft({ title: 'x'.repeat(501) })), ['must have at most 500 characters']);
    assert.deepEqual(await told(draft(due('2026-02-30'))), ['is not a day of the calendar']);
    assert.deepEqual(await told(draft({ context: { type: 'galaxy' } })), [
      'must be one of personal, relationship, room, engagement',
    ]);
    assert.deepEqual(await told(list({ limit: 500 })), ['must be a whole number from 1 to 200']);
    assert.deepEqual(await told(draft({ title: undefined })), ['is required']);
    assert.deepEqual(await told(patch({ version: 7 })), ['can be read and not written: leave it out']);
  });

  it('of any text that is well formed is kept exactly as written', async () => {
    const { as } = scene();
    const texts = [
      '<img src=x onerror=alert(1)>',
      'javascript:alert(1)',
      '=1+1',
      'né\u0301e',
      '👩‍👩‍👧 שלום',
      ' outer spaces ',
    ];
    for (const title of texts) {
      const made = await as('ada').actions.create({
        context: { type: 'personal' },
        title,
        description: `${title}\n\t${title}`,
      });
      const read = await as('ada').actions.get(made.id);
      assert.deepEqual([read.title, read.description], [title, `${title}\n\t${title}`]);
    }
  });

  it('that its caller changes later changes nothing kept, and what is read cannot be changed in place', async () => {
    const { as } = scene();
    const written = promiseDraft({ id: 'deck' });
    await as('ada').actions.create(written);
    Object.assign(written.context, { relationshipId: 'ada-gus' });
    const read = await as('ada').actions.get('deck');
    assert.deepEqual(read.context, { type: 'relationship', relationshipId: 'ada-ben' });
    assert.throws(() => Object.assign(read.context, { relationshipId: 'ada-gus' }), TypeError);
  });
});
