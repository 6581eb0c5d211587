import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ENGLISH_RULES,
  type RelativeRule,
  type TypedAnchor,
  typedRule,
  type TypedRuleSetting,
} from '@followthrough/core/domain';

const action = (id: string, name: string): TypedAnchor => ({ id, kind: 'action', name });
const section = (id: string, name: string): TypedAnchor => ({ id, kind: 'section', name });

const PLAN: readonly TypedAnchor[] = [
  section('s-legal', 'Legal review'),
  section('s-start', 'Getting started'),
  action('kick', 'Kick-off'),
  action('launch', 'Launch'),
  action('launch-party', 'Launch party'),
  action('msa', 'Sign the master agreement'),
  action('dpa', 'Sign the data agreement'),
  action('elan', 'Élan workshop'),
  action('due', 'Say what is due'),
  section('s-pilot', 'Pilot'),
  action('pilot', 'Pilot'),
];
const IN_ROOM: TypedRuleSetting = { grammar: ENGLISH_RULES, candidates: PLAN, origin: 'roomCreated' };

/** `amount unit anchor(id) roll`, or what else came of it. */
function read(text: string, setting = IN_ROOM): string {
  const typed = typedRule(text, setting);
  switch (typed.type) {
    case 'rule':
      return said(typed.rule);
    case 'ambiguous':
      return `one of ${typed.candidates.map(({ rule }) => said(rule)).join(' | ')}`;
    case 'refused':
      return `refused: ${typed.why}`;
    case 'unknown':
      return typed.name === undefined ? 'unknown' : `no ${typed.name}`;
  }
}

function said({ amount, unit, anchor, roll }: RelativeRule): string {
  const id = 'actionId' in anchor ? anchor.actionId : 'sectionId' in anchor ? anchor.sectionId : '';
  return [amount, unit, id === '' ? anchor.type : `${anchor.type}(${id})`, ...(roll ? [roll] : [])].join(' ');
}

function rows(table: readonly (readonly [string, string])[], setting = IN_ROOM): void {
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} is ${expected}`, () => assert.equal(read(text, setting), expected));
  }
}

describe('An amount and a unit', () => {
  const after = (what: string) => `${what} actionCompleted(kick)`;
  rows([
    ['3 days after kick-off', after('3 day')],
    ['3 Days After KICK-OFF', after('3 day')],
    ['1 day after kick-off', after('1 day')],
    ['a week after kick-off', after('1 week')],
    ['two weeks after kick-off', after('2 week')],
    ['twelve months after kick-off', after('12 month')],
    ['2 business days after kick-off', after('2 businessDay')],
    ['2 working days after kick-off', after('2 businessDay')],
    ['3d after kick-off', after('3 day')],
    ['3 d after kick-off', after('3 day')],
    ['3bd after kick-off', after('3 businessDay')],
    ['3wd after kick-off', after('3 businessDay')],
    ['2w after kick-off', after('2 week')],
    ['1m after kick-off', after('1 month')],
    ['the day after kick-off', after('1 day')],
    ['next working day after kick-off', after('1 businessDay')],
    ['within 5 days of kick-off', after('5 day')],
    ['same day as kick-off', after('0 day')],
    ['when kick-off is done', after('0 day')],
    ['once kick-off is done', after('0 day')],
    ['0 business days after kick-off', after('0 businessDay')],
    ['10000 days after kick-off', after('10000 day')],
    ['10001 days after kick-off', 'refused: amount'],
    ['3 after kick-off', 'unknown'],
    ['days after kick-off', 'unknown'],
    ['3 fortnights after kick-off', 'unknown'],
    ['3.5 days after kick-off', 'unknown'],
    ['after kick-off', 'unknown'],
    ['', 'unknown'],
    ['fri', 'unknown'],
    ['15 mar', 'unknown'],
    ['in 2 weeks', 'unknown'],
  ]);
});

describe('After and before', () => {
  rows([
    ['3 days after launch', '3 day actionCompleted(launch)'],
    ['3 days after launch is done', '3 day actionCompleted(launch)'],
    ['3 days after launch is completed', '3 day actionCompleted(launch)'],
    ['3 days after launch is due', '3 day actionDue(launch)'],
    ['3 days after launch due', '3 day actionDue(launch)'],
    ['1 week before launch', '-1 week actionDue(launch)'],
    ['1 week before launch is due', '-1 week actionDue(launch)'],
    ["1 week before launch's due date", '-1 week actionDue(launch)'],
    ['the day before launch', '-1 day actionDue(launch)'],
    ['-2 days after launch is due', '-2 day actionDue(launch)'],
    ['0 days before launch', '0 day actionDue(launch)'],
    ['same day as launch is due', '0 day actionDue(launch)'],
    ['on the day launch is due', '0 day actionDue(launch)'],
    ['2w after room created', '2 week roomCreated'],
    ['2 weeks after the room was created', '2 week roomCreated'],
    ['1 day before the room was created', '-1 day roomCreated'],
    ['on the day the room was created', '0 day roomCreated'],
    ['2 days after legal review', '2 day sectionCompleted(s-legal)'],
    ['2 days after legal review is completed', '2 day sectionCompleted(s-legal)'],
    ['2 days after the legal review section', '2 day sectionCompleted(s-legal)'],
    // A completion is an event: nobody knows the day before it.
    ['2 days before launch is done', 'refused: negative-after-event'],
    ['-2 days after launch', 'refused: negative-after-event'],
    ['2 days before legal review', 'refused: negative-after-event'],
    ['2 days before legal review is completed', 'refused: negative-after-event'],
    ['2 days after legal review is due', 'refused: section-due'],
    ['2 weeks after the engagement starts', 'no the engagement starts'],
  ]);
  rows([['2 weeks after the engagement starts', '2 week engagementStart']], { ...IN_ROOM, origin: 'engagementStart' });
  rows([['2 weeks after the room was created', 'no the room was created']], { ...IN_ROOM, origin: 'engagementStart' });
});

describe('A day off that moves', () => {
  rows([
    ['3 days after launch, moved to the next working day', '3 day actionCompleted(launch) next'],
    ['3 days after launch or the next working day', '3 day actionCompleted(launch) next'],
    ['1 month after launch is due, moved to the previous working day', '1 month actionDue(launch) previous'],
    ['3 business days after launch, moved to the next working day', 'refused: roll-with-business-days'],
  ]);
});

describe('A name', () => {
  rows([
    ['1 day after Kick-Off', '1 day actionCompleted(kick)'],
    ['1 day after kickoff', '1 day actionCompleted(kick)'],
    ['1 day after kick off', '1 day actionCompleted(kick)'],
    ['1 day after the kick-off', '1 day actionCompleted(kick)'],
    ['1 day after “Kick-off”', '1 day actionCompleted(kick)'],
    ['1 day after "kick-off" is due', '1 day actionDue(kick)'],
    ['1 day after elan', '1 day actionCompleted(elan)'],
    ['1 day after élan workshop is done.', '1 day actionCompleted(elan)'],
    ['1 day after getting', '1 day sectionCompleted(s-start)'],
    ['1 day after master agreement', '1 day actionCompleted(msa)'],
    ['1 day after sign master', '1 day actionCompleted(msa)'],
    // A whole name counts over the beginning of another.
    ['1 day after launch', '1 day actionCompleted(launch)'],
    ['1 day after launch p', '1 day actionCompleted(launch-party)'],
    // What may be a part of the name is one where something is called so.
    ['1 day after say what is due', '1 day actionCompleted(due)'],
    ['1 day after say what is due is due', '1 day actionDue(due)'],
    // Several: none is guessed at.
    ['1 day after sign', 'one of 1 day actionCompleted(msa) | 1 day actionCompleted(dpa)'],
    ['1 day after agreement is due', 'one of 1 day actionDue(msa) | 1 day actionDue(dpa)'],
    ['1 day after pilot', 'one of 1 day sectionCompleted(s-pilot) | 1 day actionCompleted(pilot)'],
    ['1 day after pilot is done', '1 day actionCompleted(pilot)'],
    ['1 day after pilot is completed', '1 day sectionCompleted(s-pilot)'],
    ['1 day after the pilot section', '1 day sectionCompleted(s-pilot)'],
    // Only one of them can be so.
    ['1 day before pilot', '-1 day actionDue(pilot)'],
    ['1 day after pilot is due', '1 day actionDue(pilot)'],
    ['1 day after agreement master', 'no agreement master'],
    ['1 day after the moon landing is done', 'no the moon landing'],
    ['1 day after “moon”', 'no moon'],
  ]);

  it('in quotes counts over what the room’s making is called', () => {
    const candidates = [action('made', 'Room created')];
    assert.equal(read('1 day after “room created”', { ...IN_ROOM, candidates }), '1 day actionCompleted(made)');
    assert.equal(read('1 day after room created', { ...IN_ROOM, candidates }), '1 day roomCreated');
  });

  it('is found among 2,000 in one reading of them', () => {
    const candidates = Array.from({ length: 2000 }, (_, index) => action(`a${index}`, `Step ${index} of many`));
    assert.equal(read('1 day after step 1999', { ...IN_ROOM, candidates }), '1 day actionCompleted(a1999)');
  });
});
