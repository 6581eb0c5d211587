// Whatever a backend refuses with is told in words: nobody is shown a code, nor the name of a rule.
import { expect } from '@open-wc/testing';
import { BackendError } from '@followthrough/core/backend';
import { RULES } from '@followthrough/core/domain';
import { checkInput, PROBLEM_STATUS, type ProblemCode, titleSchema } from '@followthrough/core/schema';
import { en } from '../../src/localize/en.ts';
import { reasonOf, ruleText } from '../../src/load-problem-text.ts';
import { dependentsText, problemText, refusalText } from '../../src/problem-text.ts';

/** Words, with a capital before them and an end to them; and no code among them. */
function isSentence(text: string): boolean {
  return (
    /^[A-Z“].* .*\.$/u.test(text) && !/\b[a-z]+-[a-z]+-?[a-z]*\b/u.test(text.replace(/internal-only|sign-in/giu, ''))
  );
}

const CODES = [...(Object.keys(PROBLEM_STATUS) as ProblemCode[]), 'network', 'unreadable'] as const;

/** What a change of many can tell of one beside the names of rules and problems, by what is changed. */
const FAULTS: readonly [field: 'assignee' | 'due', code: string, said: string][] = [
  ['due', 'required', 'An action of a relationship has a due date.'],
  ['due', 'out-of-range', 'Its date would lie outside 1970 to 2199.'],
  ['due', 'due-before-release', 'It would be due before it is released.'],
  ['due', 'fixed-only', 'It takes a fixed date only.'],
  ['assignee', 'required', 'It goes to the manager or the report of its relationship.'],
  ['assignee', 'not-in-relationship', 'It goes to the manager or the report of its relationship.'],
  ['assignee', 'owner-only', 'A personal action stays with its owner.'],
  ['assignee', 'not-in-room', 'It goes to a member or a guest of its room.'],
  ['assignee', 'internal-only', 'An internal-only action stays with your own team.'],
  ['assignee', 'not-in-engagement', 'It goes to a coachee or the coach of its engagement.'],
  ['assignee', 'unknown-person', 'There is no such person here.'],
];

describe('why something was refused', () => {
  for (const code of CODES) {
    it(`is told in a sentence of ${code}, alone and among many`, () => {
      expect(isSentence(problemText(new BackendError(code), en)), problemText(new BackendError(code), en)).to.equal(
        true,
      );
      expect(isSentence(refusalText(code, null, en)), refusalText(code, null, en)).to.equal(true);
    });
  }

  it('is told by the sentence of the rule', () => {
    for (const [rule, sentence] of Object.entries(RULES)) {
      expect(ruleText(rule, en)).to.equal(sentence);
      expect(refusalText(rule, null, en)).to.equal(sentence);
      expect(problemText(new BackendError('forbidden', { rule }), en)).to.equal(sentence);
    }
  });

  it('is told of a rule that came later by what it says of itself, else as what it is', () => {
    const detail = 'Only on weekdays.';
    expect(problemText(new BackendError('forbidden', { rule: 'weekdays-only', detail }), en)).to.equal(detail);
    expect(problemText(new BackendError('forbidden', { rule: 'weekdays-only' }), en)).to.equal('You may not do this.');
    expect(reasonOf('weekdays-only', en)).to.equal('You may not do this.');
    for (const reason of ['weekdays-only', 'toString', undefined]) {
      expect(refusalText(reason, null, en), reason).to.equal('Something went wrong.');
    }
  });

  for (const [field, code, said] of FAULTS) {
    it(`is told of the fault ${code} in the ${field}, alone and among many`, () => {
      expect(refusalText(code, field, en)).to.equal(said);
      const faultOf = (message: string) =>
        new BackendError('validation', { errors: [{ pointer: `/${field}`, code, message }] });
      expect(problemText(faultOf('must be another'), en)).to.equal(said);
    });
  }

  it('is told of a fault of many, of which a code alone is known, in a sentence', () => {
    for (const [, code] of FAULTS) {
      const text = problemText(new BackendError('validation', { errors: [{ pointer: '', code, message: code }] }), en);
      expect(isSentence(text), text).to.equal(true);
    }
  });

  it('is told of a text too long with how long it may be, as its schema finds it', () => {
    const checked = checkInput(titleSchema, 'x'.repeat(501));
    const errors = 'errors' in checked ? checked.errors : [];
    expect(problemText(new BackendError('validation', { errors }), en)).to.equal('At most 500 characters.');
  });

  it('is left to the words of the backend where only a form of its own can ask for it', () => {
    const errors = [{ pointer: '/coachId', code: 'unknown-person', message: 'must be a person of the workspace' }];
    expect(problemText(new BackendError('validation', { errors }), en)).to.equal('must be a person of the workspace');
  });

  it('names what rests on it, as far as that is known, and a few of many', () => {
    const titles = new Map([...'abcde'].map((id) => [id, `The ${id}`]));
    const error = (...ids: string[]) =>
      new BackendError('has-dependents', { dependents: ids.map((actionId) => ({ actionId, field: 'due' })) });
    const said = (...ids: string[]) => problemText(error(...ids), en, (id) => titles.get(id));
    expect(said('x')).to.equal('Dates of others rest on it.');
    expect(said('a', 'a', 'x')).to.equal('Dates rest on it: “The a”.');
    expect(said('a', 'b', 'c')).to.equal('Dates rest on it: “The a”, “The b”, “The c”.');
    expect(said(...titles.keys())).to.equal('Dates rest on it: “The a”, “The b”, “The c” and 2 more.');
    expect(dependentsText([], en)).to.equal('Dates of others rest on it.');
  });
});
