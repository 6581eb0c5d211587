// Gets what one does something with (tools.ts) right after the rows are shown, and holds what is asked of it until then:
// a press that comes before it is made once it is there. Loaded again where that failed.
import type { ListTools, ToolSetting } from './tools.ts';

/** Keys that the browser does what is meant by. */
const UNKEPT: ReadonlySet<string> = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

export class ToolsLoader {
  readonly #setting: () => ToolSetting;
  #tools: ListTools | undefined;
  #loading: Promise<ListTools> | undefined;
  #failed = false;

  constructor(setting: () => ToolSetting) {
    this.#setting = setting;
  }

  /** The tools, once they are there. */
  get tools(): ListTools | undefined {
    return this.#tools;
  }

  /** Whether they could not be loaded. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The tools, drawn. */
  load(): Promise<ListTools> {
    this.#loading ??= this.#get();
    return this.#loading;
  }

  /** For the list's `click`. */
  readonly click = (event: MouseEvent): void => {
    const target = (event.target as Element).closest<HTMLElement>('button, a, [data-column]');
    if (this.#tools) this.#tools.interaction.click(event);
    else void this.load().then(() => target?.click());
  };

  /** For the list's `keydown`: a key that means something in the grid is pressed again once that is known. */
  readonly key = (event: KeyboardEvent): void => {
    if (this.#tools) return this.#tools.interaction.key(event);
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLElement) || !target.closest('.rows, .columns') || UNKEPT.has(event.key)) return;
    // On a button these two press it, and the press is kept.
    if ((event.key === 'Enter' || event.key === ' ') && target.matches('button, a')) return;
    // The page does not scroll instead.
    if (/^(Arrow|Page|Home|End| )/.test(event.key)) event.preventDefault();
    const again = new KeyboardEvent(event.type, event);
    void this.load().then(() => {
      // Where the focus went before is not known yet either.
      target.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
      target.dispatchEvent(again);
    });
  };

  async #get(): Promise<ListTools> {
    const setting = this.#setting();
    try {
      this.#failed = false;
      // The views' button is in the toolbar: where there are any, it comes with it.
      const [{ ListTools }] = await Promise.all([
        import('./tools.ts'),
        setting.host.views.length > 0 ? import('./saved-views.ts') : undefined,
      ]);
      const tools = new ListTools(setting);
      this.#tools = tools;
      setting.host.requestUpdate();
      await setting.host.updateComplete;
      return tools;
    } catch (error) {
      this.#loading = undefined;
      this.#failed = true;
      // Whoever scrolls needs them: what brings the rows beyond the first screen is among them.
      const again = () => void this.load().catch(reportError);
      for (const box of [document, setting.host.renderRoot])
        box.addEventListener('scroll', again, { once: true, capture: true, passive: true });
      setting.host.requestUpdate();
      throw error;
    }
  }
}
