// Styles by property, through CSSOM from the first render on. Lit's own directive writes a style attribute's text at first,
// which a policy of `style-src 'self'` blocks.
import { noChange } from 'lit';
import { type AttributePart, Directive, directive, PartType, type PartInfo } from 'lit/directive.js';

/** CSS properties by name (custom ones too); null or undefined: not set. */
export type Styles = Readonly<Record<string, string | number | null | undefined>>;

class StyleMap extends Directive {
  #set = new Set<string>();

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ATTRIBUTE || part.name !== 'style') {
      throw new TypeError('styleMap() is for the style attribute alone: style=${styleMap({…})}');
    }
  }

  /** On a server there is no CSSOM: the attribute's text. */
  render(styles: Styles): string {
    return Object.entries(styles)
      .filter(([, value]) => value != null)
      .map(([name, value]) => `${name}:${value};`)
      .join('');
  }

  override update(part: AttributePart, [styles]: [Styles]): typeof noChange {
    const { style } = part.element;
    const set = new Set<string>();
    for (const [name, value] of Object.entries(styles)) {
      if (value == null) continue;
      style.setProperty(name, String(value));
      set.add(name);
    }
    for (const name of this.#set) if (!set.has(name)) style.removeProperty(name);
    this.#set = set;
    return noChange;
  }
}

/**
 * Sets the style properties of an element. Names as in CSS, with hyphens.
 * @example html`<i style=${styleMap({ '--hue': 210, 'inline-size': '3px' })}></i>`
 */
export const styleMap = directive(StyleMap);
