// What a page says by attribute and property, for every element: what is taken away, what is null and what cannot be meant
// leave an element at its documented default, throw nothing, and show what was shown before.
import { aTimeout, expect } from '@open-wc/testing';
import type { LitElement, PropertyDeclaration } from 'lit';
import { ActionList } from '../../src/action-list/class.ts';
import { ActionWorkspace } from '../../src/action-workspace/class.ts';
import { ActionsDashboard } from '../../src/actions-dashboard/class.ts';
import { ActionsWidget } from '../../src/actions-widget/class.ts';
import '../../src/define.ts';
import { EngagementList } from '../../src/engagement-list/class.ts';
import { EngagementSettings } from '../../src/engagement-settings/class.ts';
import { EngagementTimeline } from '../../src/engagement-timeline/class.ts';
import { EngagementWizard } from '../../src/engagement-wizard/class.ts';
import { MeetingActions } from '../../src/meeting-actions/class.ts';
import { MutualActionPlan } from '../../src/mutual-action-plan/class.ts';
import { waitUntil } from '../parts/wait.ts';
import { now, smallBackend } from './small-workspace.ts';

/** An attribute: its text, what the property is by that and by default, and texts that cannot be meant. */
interface Said {
  readonly text: string;
  readonly value: unknown;
  readonly standard: unknown;
  readonly nonsense?: readonly string[];
}

const word = (standard: string | undefined, text: string, value: unknown = text): Said => ({
  text,
  value,
  standard,
  nonsense: ['', 'no-such-word', '7'],
});
const number = (standard: number | undefined, value: number, ...nonsense: string[]): Said => ({
  text: String(value),
  value,
  standard,
  nonsense: ['', 'abc', '-1', '2.5', ...nonsense],
});
const free = (text: string, standard?: string): Said => ({ text, value: text, standard });
const flag: Said = { text: '', value: true, standard: false };
const list = (text: string, value: readonly string[]): Said => ({ text, value, standard: [] });
const poll: Said = { text: '60', value: 60, standard: undefined };
const density = word(undefined, 'compact');
const level = number(3, 2, '7');
const innerLevel = number(3, 2, '6');
const url = { 'sync-url': word('off', 'hash'), 'url-key': { ...free('mine'), nonsense: [''] } };
const head = { label: free('Mine'), 'hide-header': flag, readonly: flag, density, poll, 'heading-level': level };
const keyed = { selection: word('multiple', 'none'), hotkeys: word('on', 'off') };
const key = (standard: string) => ({ ...url, 'url-key': { ...url['url-key'], standard } });

const ELEMENTS: [element: typeof LitElement, attributes: Record<string, Said>][] = [
  [
    ActionList,
    {
      ...head,
      ...keyed,
      ...key('actions'),
      relationship: free('ana-ben'),
      room: free('r'),
      engagement: free('e'),
      personal: flag,
      filter: free('status:done'),
      sort: word('due', '-title'),
      'group-by': word('none', 'assignee'),
      'hide-quick-add': flag,
      columns: free('due, status'),
    },
  ],
  [
    ActionsDashboard,
    {
      ...head,
      ...keyed,
      ...key('rooms'),
      rooms: list('a, b c', ['a', 'b', 'c']),
      side: word('all', 'them'),
      filter: free('overdue:yes'),
      sort: word('due', '-title'),
      'group-by': word('context', 'owner', 'assignee'),
    },
  ],
  [
    ActionsWidget,
    {
      'heading-level': level,
      limit: number(5, 2, '1000000000'),
      heading: free('Mine'),
      label: free('Mine'),
      'view-all-href': free('/all'),
      show: word('mine', 'all'),
      compact: flag,
      'quick-add': flag,
      readonly: flag,
      poll,
    },
  ],
  [
    MeetingActions,
    {
      ...head,
      'heading-level': innerLevel,
      meeting: free('m'),
      relationship: free('ana-ben'),
      phase: word(undefined, 'run'),
      explained: flag,
    },
  ],
  [
    MutualActionPlan,
    {
      ...head,
      room: free('r'),
      company: free('c'),
      view: word('list', 'timeline'),
      scale: word('week', 'fit'),
      side: word('all', 'us'),
      hotkeys: keyed.hotkeys,
    },
  ],
  [
    EngagementList,
    {
      ...head,
      ...keyed,
      ...key('engagements'),
      filter: free('status:draft'),
      sort: word('title', '-start'),
      columns: free('coach, dates'),
      'page-size': number(undefined, 20, '201'),
      'hide-export': flag,
      'hide-create': flag,
    },
  ],
  [
    EngagementTimeline,
    { ...head, engagement: free('e'), view: word('list', 'calendar-strip'), 'group-by': word('month', 'none') },
  ],
  [
    EngagementSettings,
    {
      ...head,
      'heading-level': innerLevel,
      engagement: free('e'),
      sections: list('welcome spectators', ['welcome', 'spectators']),
      autosave: flag,
    },
  ],
  [
    EngagementWizard,
    {
      ...key('wizard'),
      'heading-level': innerLevel,
      label: head.label,
      density,
      'hide-header': flag,
      steps: list('coachees coach review', ['coachees', 'coach', 'review']),
      'draft-key': free('draft'),
      dialog: flag,
      open: flag,
    },
  ],
  [ActionWorkspace, { 'base-url': free('/api'), 'token-url': free('/token'), locale: free('de'), density }],
];

const propertiesOf = (element: typeof LitElement): [string, PropertyDeclaration][] =>
  [...element.elementProperties].map(([name, how]) => [String(name), how]);
const attributeOf = (name: string, { attribute }: PropertyDeclaration): string | null =>
  attribute === false ? null : typeof attribute === 'string' ? attribute : name.toLowerCase();
const nameOf = (element: typeof LitElement, attribute: string): string =>
  propertiesOf(element).find(([name, how]) => attributeOf(name, how) === attribute)![0];

let shown: LitElement;
const say = (attribute: string, text: string | null) =>
  text === null ? shown.removeAttribute(attribute) : shown.setAttribute(attribute, text);
const is = (property: string): unknown => (shown as unknown as Record<string, unknown>)[property];
const words = (): string => shown.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';

/** Puts an element on the page and waits until it has said what it has to say. */
async function put(element: typeof LitElement): Promise<void> {
  shown = new (element as unknown as new () => LitElement)();
  if (element === ActionWorkspace) shown.append(document.createElement('actions-widget'));
  Object.assign(shown, { backend: smallBackend(), now });
  document.body.append(shown);
  await quiet();
}

/** Waits until what is shown stays as it is. */
async function quiet(): Promise<void> {
  let before = '';
  await waitUntil(async () => {
    await aTimeout(300);
    await shown.updateComplete;
    const still = words() === before;
    before = words();
    return still;
  }, 'it does not come to rest');
}

describe('what a page says of an element', () => {
  afterEach(() => shown.remove());

  for (const [element, attributes] of ELEMENTS) {
    const tag = element.name.replaceAll(/(?!^)([A-Z])/g, '-$1').toLowerCase();

    describe(`<${tag}>`, () => {
      it('has no attribute that this table does not know', () => {
        shown = new (element as unknown as new () => LitElement)();
        const known = propertiesOf(element).flatMap(([name, how]) => attributeOf(name, how) ?? []);
        expect(known.toSorted()).to.deep.equal(Object.keys(attributes).toSorted());
      });

      it('holds its default for each attribute that is taken away or nonsense, and each property that is null', async function () {
        this.timeout(60_000);
        await put(element);
        const before = words();
        for (const [attribute, { text, value, standard, nonsense = [] }] of Object.entries(attributes)) {
          const property = nameOf(element, attribute);
          const holds = async (what: string, expected: unknown): Promise<void> => {
            await shown.updateComplete;
            expect(is(property), `${attribute}: ${what}`).to.deep.equal(expected);
          };
          await holds('at first', standard);
          for (const impossible of [...nonsense, null]) {
            say(attribute, text);
            await holds(`“${text}”`, value);
            say(attribute, impossible);
            await holds(impossible === null ? 'taken away' : `“${impossible}”`, standard);
          }
          for (const none of [null, undefined]) {
            Object.assign(shown, { [property]: value });
            await holds('by property', value);
            Object.assign(shown, { [property]: none });
            await holds(String(none), standard);
          }
        }
        for (const [name, how] of propertiesOf(element)) {
          if (attributeOf(name, how) !== null || how.state || ['backend', 'now'].includes(name)) continue;
          const standard = is(name);
          Object.assign(shown, { [name]: null });
          await shown.updateComplete;
          expect(is(name), name).to.deep.equal(standard);
        }
        await waitUntil(() => words() === before, `it said “${before}” before`);
      });
    });
  }
});
