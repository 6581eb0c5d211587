// Bundlers cut shared code into a chunk for each set of entries that reach it, and a module that is imported on demand
// counts as an entry although what asks for it is there by then. Left alone, what a list loads first falls into twenty
// small files. So each module imported on demand says, without taking anything from them, which modules are loaded
// before it whoever asked: what they share with it then stays in one file.

/** What each module imports: at once, and on demand. Names are those of files, relative to one folder. */
export interface Imports {
  readonly static: readonly string[];
  readonly dynamic: readonly string[];
}

/**
 * For each module imported on demand, the fewest modules that stand for all that is loaded before it whichever way it
 * is asked for. `entries` are the modules that a page may begin with.
 */
export function loadedBefore(
  modules: ReadonlyMap<string, Imports>,
  entries: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const closures = new Map([...modules.keys()].map((name) => [name, closureOf(name, modules)]));
  const closure = (name: string) => closures.get(name) ?? new Set<string>();
  const asked = [...modules.values()].flatMap(({ dynamic }) => dynamic);
  const late = new Set(asked.filter((name) => modules.has(name) && !entries.has(name)));
  // Everything, until a way is found on which something of it is not.
  const before = new Map([...late].map((name) => [name, new Set(modules.keys())]));
  const starts = new Set([...entries, ...late]);
  const atStart = (start: string) => new Set([...closure(start), ...(before.get(start) ?? [])]);
  for (let changed = true; changed;) {
    changed = false;
    for (const start of starts) {
      const loaded = atStart(start);
      for (const name of closure(start)) {
        // Asked for on demand in one place, imported at once in another: it stands for what is there in both.
        const atOnce = name === start ? [] : [name];
        for (const one of [...atOnce, ...(modules.get(name)?.dynamic ?? [])]) {
          const known = before.get(one);
          if (!known) continue;
          for (const each of known) if (!loaded.has(each)) changed = known.delete(each);
        }
      }
    }
  }
  return new Map([...before].map(([name, loaded]) => [name, roots(name, loaded, closure)]));
}

function closureOf(name: string, modules: ReadonlyMap<string, Imports>): Set<string> {
  const found = new Set([name]);
  for (const one of found) for (const next of modules.get(one)?.static ?? []) if (modules.has(next)) found.add(next);
  return found;
}

/** The largest first, and none that another brings along; none that would bring the module itself. */
function roots(name: string, loaded: ReadonlySet<string>, closure: (name: string) => Set<string>): string[] {
  const covered = new Set<string>();
  const chosen: string[] = [];
  const bySize = [...loaded].sort((a, b) => closure(b).size - closure(a).size || (a < b ? -1 : 1));
  for (const one of bySize) {
    if (covered.has(one) || closure(one).has(name)) continue;
    chosen.push(one);
    for (const each of closure(one)) covered.add(each);
  }
  return chosen;
}
