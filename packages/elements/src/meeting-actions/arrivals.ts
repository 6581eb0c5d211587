// What comes onto an agenda while somebody looks at it, and is not of their own making: it fades in, and is told of.
import type { Agenda, Id } from '@followthrough/core/schema';

export class Arrivals {
  /** The rows there were, of which meeting. */
  #known: { meeting: Id; ids: ReadonlySet<Id> } | null = null;
  #arrived: ReadonlySet<Id> = new Set();

  /** Whether the row came while somebody looked. */
  has(id: Id): boolean {
    return this.#arrived.has(id);
  }

  /**
   * Looks at an agenda as it is now; gives how many rows came from elsewhere since it was last looked at. An agenda that is
   * seen for the first time has none.
   * @param me who looks
   */
  see(agenda: Agenda | null, me: Id | undefined): number {
    if (!agenda) {
      this.#known = null;
      return 0;
    }
    const { carried, added, completed } = agenda;
    const before = this.#known?.meeting === agenda.meeting.id ? this.#known.ids : null;
    const ids = new Set([...carried, ...added, ...completed].map(({ id }) => id));
    this.#known = { meeting: agenda.meeting.id, ids };
    if (!before) return 0;
    const others = [...carried, ...added].filter(({ id, createdBy }) => !before.has(id) && createdBy !== me);
    if (others.length > 0) this.#arrived = new Set([...this.#arrived, ...others.map(({ id }) => id)]);
    return others.length;
  }
}
