// Gets what one does something with (tools.ts) right after the rows are shown, and holds what is asked of it until then:
// a press that comes before it is made once it is there. Loaded again where that failed.
import type { ListTools, ToolSetting } from './tools.ts';

export class ToolsLoader {
  readonly #setting: () => ToolSetting;
  #tools: ListTools | undefined;
  #loading: Promise<ListTools> | undefined;

  constructor(setting: () => ToolSetting) {
    this.#setting = setting;
  }

  /** The tools, once they are there. */
  get tools(): ListTools | undefined {
    return this.#tools;
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

  async #get(): Promise<ListTools> {
    try {
      const setting = this.#setting();
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
      throw error;
    }
  }
}
