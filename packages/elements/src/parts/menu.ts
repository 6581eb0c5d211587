// A menu: a short list of things to do or to choose. Its panel is loaded when somebody comes near (points at the host or
// puts focus into it), so that it is there at once when it is opened.
import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { MenuSpec } from './menu-item.ts';
import type { MenuPanel } from './menu-panel.ts';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';

export type { MenuItem, MenuSpec } from './menu-item.ts';

const NEAR = ['focusin', 'pointerover'] as const;

export class Menu implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  #panel: MenuPanel | null = null;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#panel?.isOpen ?? false;
  }

  /** Opens beside `anchor`; opened again from the same anchor, it closes. */
  open(anchor: HTMLElement, spec: MenuSpec): void {
    if (this.#panel) this.#panel.open(anchor, spec);
    else void this.#load().then((panel) => panel.open(anchor, spec));
  }

  close(options?: CloseOptions): void {
    this.#panel?.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#panel?.render() ?? nothing;
  }

  hostConnected(): void {
    for (const sign of NEAR) this.#host.addEventListener(sign, this.#onNear);
  }

  hostDisconnected(): void {
    for (const sign of NEAR) this.#host.removeEventListener(sign, this.#onNear);
  }

  readonly #onNear = (): void => {
    this.hostDisconnected();
    void this.#load();
  };

  async #load(): Promise<MenuPanel> {
    const { MenuPanel } = await import('./menu-panel.ts');
    return (this.#panel ??= new MenuPanel(this.#host, this.#options));
  }
}
