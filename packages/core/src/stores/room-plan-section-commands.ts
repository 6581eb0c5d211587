// What is done with the sections of a plan: added, renamed, moved, deleted. Each shows at once, is taken back where the
// backend refuses it, and leaves a step back.
import { formatInstant, keyAt } from '../domain/index.ts';
import type { Action, Dependents, Id, Section } from '../schema/index.ts';
import type { PendingSections, PlanSection, SectionChange } from './room-plan-sections.ts';
import type { RoomPlanSteps } from './room-plan-steps.ts';
import type { WorkspaceStore } from './workspace.ts';

export interface SectionCommandParts {
  readonly roomId: Id;
  readonly workspace: WorkspaceStore;
  readonly pending: PendingSections;
  readonly steps: RoomPlanSteps;
  /** The sections that the backend told last. */
  readonly told: () => readonly PlanSection[];
  readonly tell: (sections: readonly PlanSection[]) => void;
  readonly actionsIn: (sectionId: Id) => readonly Action[];
  /** Shows what becomes of the dates that rest on these. */
  readonly release: (ids: ReadonlySet<Id>, dependents: Dependents) => void;
  readonly load: () => Promise<void>;
  readonly refreshSoon: () => void;
}

export function createSectionCommands(parts: SectionCommandParts) {
  const { roomId, workspace, pending, steps, told, tell, actionsIn, release, load, refreshSoon } = parts;
  const { backend, actions, environment } = workspace;

  /** Sends a change; takes in what the backend answers. */
  async function change(made: SectionChange, work: () => Promise<Section>): Promise<Section> {
    const answer = await pending.during(made, async () => {
      const section = await workspace.call(work);
      const before = made(told()).find(({ id }) => id === section.id);
      const rest = told().filter(({ id }) => id !== section.id);
      if (before) tell([...rest, { ...before, ...section }]);
      return section;
    });
    refreshSoon();
    return answer;
  }

  function add(name: string): { id: Id; done: Promise<Section> } {
    const id = environment.newId();
    const position = keyAt(pending.over(told()), null, null);
    const at = formatInstant(environment.now());
    const made: PlanSection = {
      ...{ id, roomId, name, position, createdAt: at, updatedAt: at, version: 0 },
      may: { edit: true, delete: true },
      progress: { done: 0, total: 0 },
      completion: { basis: 'waiting', date: null },
    };
    const done = change(
      (all) => [...all.filter((one) => one.id !== id), made],
      () => backend.sections.create(roomId, { id, name, position }),
    ).then((answer) => {
      steps.push(environment.newId(), () => drop(id));
      return answer;
    });
    return { id, done };
  }

  async function edit(id: Id, patch: { name?: string; position?: string }, undoable = true): Promise<Section> {
    const { name, position, version } = section(id);
    const answer = await change(
      (all) => all.map((one) => (one.id === id ? { ...one, ...patch } : one)),
      () => backend.sections.update(id, patch, { version }),
    );
    if (undoable) {
      const back = { ...(patch.name !== undefined && { name }), ...(patch.position && position && { position }) };
      steps.push(environment.newId(), () => edit(id, back, false));
    }
    return answer;
  }

  async function drop(id: Id, dependents?: Dependents): Promise<void> {
    const { version } = section(id);
    const without: SectionChange = (all) => all.filter((one) => one.id !== id);
    await pending.during(without, async () => {
      await workspace.call(() => backend.sections.remove(id, { version, ...(dependents && { dependents }) }));
      tell(without(told()));
    });
    refreshSoon();
  }

  async function remove(id: Id, dependents?: Dependents): Promise<void> {
    const going = new Set([id, ...actionsIn(id).map((one) => one.id)]);
    const resting = dependents ? actions.restingOn(going) : [];
    if (dependents) release(going, dependents);
    try {
      await drop(id, dependents);
    } catch (error) {
      // What rests on it does so still.
      void load();
      throw error;
    }
    steps.push(environment.newId(), async () => {
      await workspace.call(() => backend.sections.restore(id));
      await actions.redate(resting);
      await load();
    });
  }

  function section(id: Id): PlanSection {
    const found = told().find((one) => one.id === id);
    if (!found) throw new TypeError(`There is no section ${id} in this plan.`);
    return found;
  }

  return {
    add,
    rename: (id: Id, name: string) => edit(id, { name }),
    move: (id: Id, before: Id | null) => edit(id, { position: keyAt(pending.over(told()), id, before) }),
    remove,
  };
}
