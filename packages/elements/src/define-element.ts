// Registering a tag. A page may load two copies of the elements (a portal and a plug-in of it): the first one keeps the
// tag, the second says so once, with both versions, and nothing throws.
import { version } from './version.ts';

/** What an element class needs to be registered. */
export interface ElementConstructor extends CustomElementConstructor {
  readonly version?: string;
}

const VERSIONS = Symbol.for('followthrough/versions');
type Versions = Map<string, string>;

/** Which version holds which tag on this page, of every copy of the elements. */
function versions(): Versions {
  const page = globalThis as { [VERSIONS]?: Versions };
  return (page[VERSIONS] ??= new Map());
}

const warned = new Set<string>();

/**
 * Registers an element class under a tag. Does nothing where the tag already holds this class or where there is no
 * registry (in Node); where another class holds it, keeps that one and warns once.
 * @param registry the page's by default; a scoped registry of a shadow root otherwise
 * @example defineElement('acme-actions-widget', ActionsWidget)
 */
export function defineElement(
  tag: string,
  constructor: ElementConstructor,
  registry = globalThis.customElements,
): void {
  if (registry === undefined) return;
  const holder = registry.get(tag) as ElementConstructor | undefined;
  if (holder === undefined) {
    // One class can hold one tag only: under a further tag goes a subclass of its own.
    const taken = nameOf(constructor, registry) !== null;
    registry.define(tag, taken ? class extends constructor {} : constructor);
    versions().set(tag, constructor.version ?? version);
    return;
  }
  if (holder === constructor || Object.getPrototypeOf(holder) === constructor || warned.has(tag)) return;
  warned.add(tag);
  const kept = holder.version ?? versions().get(tag) ?? 'of unknown version';
  console.warn(
    `<${tag}> is already defined by another copy of Followthrough (${kept}); this copy (${version}) leaves it in place.` +
      ' Load one copy, or give one of them other tags: define(tag).',
  );
}

function nameOf(constructor: CustomElementConstructor, registry: CustomElementRegistry): string | null {
  // getName is newer than our oldest browser: there a class under two tags is rare enough to try and see.
  return typeof registry.getName === 'function' ? registry.getName(constructor) : null;
}
