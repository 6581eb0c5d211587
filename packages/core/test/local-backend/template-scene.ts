// Templates for tests: one with everything a room's plan can have, and ones that are refused, each with why.
import type { TemplateContent } from '@followthrough/core/schema';
import { after, doneOf, dueOf, part, ROOM, sectionOf, templateOf } from '../domain/template/template-builders.ts';

/** Kick-off 2 business days after the making, a pilot after it, an internal step before that is due, then the rollout. */
export const EVALUATION: TemplateContent = templateOf({
  start: [
    part('kickoff', after(2, ROOM, 'businessDay'), { title: 'Kick-off' }),
    part('pilot', after(1, doneOf('kickoff'), 'week', 'next'), { title: 'Pilot', assignee: 'company' }),
    part('margin', after(-2, dueOf('pilot')), { title: 'Margin call', assignee: 'unassigned', internalOnly: true }),
  ],
  finish: [part('rollout', after(3, sectionOf('start')), { title: 'Rollout', start: after(-1, dueOf('rollout')) })],
});

const at = (section: number, action: number) => `/content/sections/${section}/actions/${action}`;

/** Templates that are refused: what is wrong, and the refusal in short. */
export const REFUSED: [string, TemplateContent, string][] = [
  [
    'a reference that leads nowhere',
    templateOf({ s: [part('a', after(1, dueOf('x')))] }),
    `validation · ${at(0, 0)}/due/anchor/action unknown-anchor`,
  ],
  [
    'a loop through a section',
    templateOf({ s: [part('a', after(1, sectionOf('t')))], t: [part('c', after(1, dueOf('a')))] }),
    `dependency-cycle · ${at(0, 0)}/due/anchor dependency-cycle`,
  ],
  [
    'days before an event',
    templateOf({ s: [part('a'), part('b', after(-1, doneOf('a')))] }),
    `validation · ${at(0, 1)}/due/amount negative-after-event`,
  ],
  [
    'a roll of business days',
    templateOf({ s: [part('a', after(1, ROOM, 'businessDay', 'next'))] }),
    `validation · ${at(0, 0)}/due/roll roll-with-business-days`,
  ],
  [
    'an internal-only action of the company’s',
    templateOf({ s: [part('a', null, { assignee: 'company', internalOnly: true })] }),
    `validation · ${at(0, 0)}/assignee internal-only`,
  ],
  ['two parts of one key', templateOf({ s: [part('s')] }), `validation · ${at(0, 0)}/key duplicate-key`],
  [
    'a 2,001st action',
    templateOf({
      s: Array.from({ length: 1001 }, (_, index) => ({ key: `a${index}`, title: 'A', assignee: 'company' as const })),
      t: Array.from({ length: 1000 }, (_, index) => ({ key: `b${index}`, title: 'B', assignee: 'company' as const })),
    }),
    'validation · /content/sections too-big',
  ],
];
