// Gets what one does something with (tools.ts) right after the rows are shown. What is asked of it before that is done once
// it is there. Loaded again where that failed.
import type { EngagementSort } from '@followthrough/core/schema';
import type { ListTools, ToolSetting } from './tools.ts';

export class ToolsLoader {
  readonly #setting: ToolSetting;
  #tools: ListTools | undefined;
  #loading: Promise<ListTools> | undefined;

  constructor(setting: ToolSetting) {
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

  setSort(sort: EngagementSort): void {
    void this.load().then((tools) => tools.setSort(sort));
  }

  async #get(): Promise<ListTools> {
    try {
      const { ListTools } = await import('./tools.ts');
      this.#tools = new ListTools(this.#setting);
      this.#setting.host.requestUpdate();
      await this.#setting.host.updateComplete;
      return this.#tools;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
