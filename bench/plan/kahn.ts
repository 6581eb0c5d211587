// What one would write without a library: objects in a Map, worked out in the order of Kahn 1962 ("Topological sorting of
// large networks"); after a change all that is downstream of it is put in order and worked out again.
import type { DateField, PlanAction, PlanSetting } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import {
  completedOn,
  type Counted,
  countedFrom,
  dayIn,
  handOf,
  type Moved,
  NO_RULE,
  type Peer,
  sectionSources,
  sourceOf,
  WAITING,
} from './peer.ts';

interface Node {
  /** None of a section. */
  readonly field: DateField | null;
  readonly id: Id;
  value: number;
  hand: number;
  source: number | Counted;
  under: Node[];
  over: Node[];
  doneOn: number;
  waits: number;
}

function newNode(id: Id, field: DateField | null): Node {
  return { id, field, value: -1, hand: 0, source: NO_RULE, under: [], over: [], doneOn: -1, waits: 0 };
}

function workOut(node: Node, setting: PlanSetting): number {
  if (node.field === null) {
    let latest = node.doneOn;
    for (const { value } of node.under) {
      const day = dayIn(value);
      if (day < 0) return WAITING;
      if (day > latest) latest = day;
    }
    return completedOn(latest, node.under.length > 0, setting);
  }
  if (node.hand !== 0) return node.hand;
  const { source } = node;
  return typeof source === 'number' ? source : countedFrom(source, node.under[0]?.value ?? WAITING, setting);
}

/** Works nodes out, each after those of them that it rests on; gives which start and due dates came to something else. */
function workOutAll(nodes: Iterable<Node>, setting: PlanSetting): Moved[] {
  for (const node of nodes) for (const over of node.over) over.waits++;
  const ready = [...nodes].filter(({ waits }) => waits === 0);
  const moved: Moved[] = [];
  for (const node of ready) {
    const value = workOut(node, setting);
    if (value !== node.value && node.field !== null)
      moved.push({ actionId: node.id, field: node.field, from: node.value, to: value });
    node.value = value;
    for (const over of node.over) if (--over.waits === 0) ready.push(over);
  }
  return moved;
}

export const kahn: Peer = {
  name: 'Map + objects + Kahn',
  how: 'all that is downstream is put in order and worked out again',
  isSignals: false,
  resolve(plan, setting) {
    const actions = new Map<Id, PlanAction>();
    const dates = new Map<Id, Record<DateField, Node>>();
    const sections = new Map<Id, Node>();
    for (const action of plan.actions) {
      actions.set(action.id, action);
      dates.set(action.id, { start: newNode(action.id, 'start'), due: newNode(action.id, 'due') });
    }
    const link = (over: Node, under: Node | undefined) => {
      if (under === undefined) return;
      over.under.push(under);
      under.over.push(over);
    };
    for (const [id, { doneOn, open }] of sectionSources(plan)) {
      const section = newNode(id, null);
      section.doneOn = doneOn;
      for (const member of open) link(section, dates.get(member)?.due);
      sections.set(id, section);
    }
    const nodes = [...sections.values()];
    for (const action of plan.actions) {
      for (const field of ['start', 'due'] as const) {
        const node = dates.get(action.id)?.[field] as Node;
        nodes.push(node);
        node.source = sourceOf(action, field, actions, setting);
        node.hand = handOf(action, field);
        if (typeof node.source !== 'number')
          link(node, node.source.from === 'section' ? sections.get(node.source.id) : dates.get(node.source.id)?.due);
      }
    }
    workOutAll(nodes, setting);
    return {
      date: (actionId, field) => dates.get(actionId)?.[field].value ?? -1,
      completion: (sectionId) => sections.get(sectionId)?.value ?? -1,
      change(action) {
        const node = dates.get(action.id)?.due;
        if (node === undefined) return -1;
        node.hand = handOf(action, 'due');
        const downstream = new Set([node]);
        for (const one of downstream) for (const over of one.over) downstream.add(over);
        return workOutAll(downstream, setting).length;
      },
    };
  },
};
