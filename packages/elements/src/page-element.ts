// What all elements of a page are. Their properties hold what can be meant, whatever the page sets: an attribute that is
// taken away, a word that is none of those offered and null all leave the element at its default. And what they are made of
// lasts as long as the same person looks: for somebody else it is made anew, and nothing opened, typed or chosen is left.
import { LitElement, type PropertyDeclaration, type ReactiveController } from 'lit';

/** A property that a page may set. */
interface PageProperty extends PropertyDeclaration {
  /** What it is where the page says nothing that can be meant; a flag is false. */
  readonly standard?: unknown;
  /** What can be meant, where that is not anything. */
  readonly means?: RegExp;
}

export class PageElement extends LitElement {
  #parts: Set<ReactiveController> | undefined;

  /** @internal */
  protected static override finalize(): void {
    if (Object.hasOwn(this, 'finalized')) return;
    super.finalize();
    for (const [name, { type, means, standard = type === Boolean ? false : undefined }] of Object.entries<PageProperty>(
      this.properties ?? {},
    )) {
      const accessor = Object.getOwnPropertyDescriptor(this.prototype, name);
      if (accessor)
        Object.defineProperty(this.prototype, name, {
          get(): unknown {
            return accessor.get?.call(this) ?? standard;
          },
          set(said: unknown) {
            accessor.set?.call(this, !means || means.test(String(said)) ? (said ?? undefined) : undefined);
          },
        });
    }
  }

  override connectedCallback(): void {
    this.#parts ??= new Set();
    super.connectedCallback();
  }

  /** @internal What is added once the element has begun, or is on a page, goes when it begins anew. */
  override addController(part: ReactiveController): void {
    super.addController(part);
    this.#parts?.add(part);
  }

  /** @internal Makes what the element is made of; what was there lets go first: somebody else looks. */
  begin(): void {
    for (const part of this.#parts ?? []) {
      this.removeController(part);
      part.hostDisconnected?.();
    }
    this.#parts = new Set();
    this.assemble();
  }

  /** @internal */
  protected assemble(): void {}
}
