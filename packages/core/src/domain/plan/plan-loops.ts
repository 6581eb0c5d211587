// Loops between the dates of a plan (rulebook §3, §3.1): which rules lie on one, and the shortest way round it, each step
// resting on the next.
import { COMPLETION, type PlanGraph, slotOf } from './plan-graph.ts';

function under(graph: PlanGraph, node: number): number[] {
  const found: number[] = [];
  graph.eachUnder(node, (one) => found.push(one));
  return found;
}

/**
 * The starts and due dates that lie on a loop (Tarjan 1972: the strongly connected components of more than one node).
 * @param waits by node: whether it is among those to look at (above 0); loops lie wholly among them
 */
export function rulesOnLoops(graph: PlanGraph, waits: Int32Array): number[] {
  const rules: number[] = [];
  const found = new Map<number, number>();
  const lowest = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  for (let start = 0; start < waits.length; start++) {
    if ((waits[start] ?? 0) <= 0 || found.has(start)) continue;
    const path: { node: number; rest: number[] }[] = [];
    const enter = (node: number) => {
      found.set(node, found.size);
      lowest.set(node, found.size - 1);
      open.push(node);
      isOpen.add(node);
      path.push({ node, rest: under(graph, node).filter((one) => (waits[one] ?? 0) > 0) });
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { node } = step;
      const other = step.rest.pop();
      if (other !== undefined) {
        if (!found.has(other)) enter(other);
        else if (isOpen.has(other)) lowest.set(node, Math.min(lowest.get(node) ?? 0, found.get(other) ?? 0));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) lowest.set(above.node, Math.min(lowest.get(above.node) ?? 0, lowest.get(node) ?? 0));
      if (lowest.get(node) !== found.get(node)) continue;
      const members: number[] = [];
      for (let member = -1; member !== node;) {
        member = open.pop() ?? node;
        isOpen.delete(member);
        members.push(member);
      }
      if (members.length > 1 || graph.target[node] === node)
        rules.push(...members.filter((member) => member % 3 !== COMPLETION));
    }
  }
  return rules;
}

/**
 * The shortest way from one node down to another, each resting on the next: the slots on it, each named once. Steps within
 * an action count for nothing.
 * @returns null where the first does not rest on the other
 */
export function shortestWay(graph: PlanGraph, from: number, to: number): readonly number[] | null {
  const came = new Map<number, number>([[from, from]]);
  const left = new Set<number>();
  let layer = [from];
  while (layer.length > 0) {
    const next: number[] = [];
    for (const node of layer) {
      if (left.has(node)) continue;
      left.add(node);
      if (node === to) return slotsTo(came, from, to);
      for (const one of under(graph, node)) {
        if (left.has(one)) continue;
        // Within the action: still in this layer, which the loop goes on through.
        const isWithin = slotOf(one) === slotOf(node);
        if (!isWithin && came.has(one)) continue;
        came.set(one, node);
        (isWithin ? layer : next).push(one);
      }
    }
    layer = next;
  }
  return null;
}

function slotsTo(came: ReadonlyMap<number, number>, from: number, to: number): readonly number[] {
  const slots: number[] = [];
  for (let node = to; ; node = came.get(node) ?? from) {
    const slot = slotOf(node);
    if (slots.at(-1) !== slot) slots.push(slot);
    if (node === from) return slots.reverse();
  }
}
