// A workspace as plain data on the page: by property, or in a `<script type="application/json">` child, so that an
// element works with no backend at all. The data is a snapshot and who looks at it.
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { Id } from '@followthrough/core/schema';

/** A whole workspace as plain data, and whose eyes it is seen with. */
export interface InitialData extends WorkspaceSnapshot {
  viewerId: Id;
}

/**
 * The data in an element's `<script type="application/json">` child, or undefined where it has none.
 * @throws TypeError where the text is not a JSON object with `viewerId` and `workspace`
 */
export function initialDataIn(element: Element): InitialData | undefined {
  const script = element.querySelector(':scope > script[type="application/json"]');
  const text = script?.textContent;
  if (!text?.trim()) return undefined;
  let data: Partial<InitialData> | null;
  try {
    data = JSON.parse(text) as Partial<InitialData> | null;
  } catch (cause) {
    throw new TypeError(`The <script type="application/json"> in <${element.localName}> is not JSON: mend its text.`, {
      cause,
    });
  }
  if (typeof data?.viewerId !== 'string' || typeof data.workspace !== 'object') {
    throw new TypeError(
      `The <script type="application/json"> in <${element.localName}> needs viewerId and workspace (and people, relationships, actions).`,
    );
  }
  return data as InitialData;
}
