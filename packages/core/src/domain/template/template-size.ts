// How much is in a template, as lists tell it (rulebook §4, §5).
import type { TemplateContent } from '../../schema/index.ts';

/** How many sections and actions a room's template has, or how many items an engagement's. */
export function templateSize(content: TemplateContent): {
  sectionCount: number;
  actionCount: number;
  itemCount: number;
} {
  if (content.kind === 'engagement') return { sectionCount: 0, actionCount: 0, itemCount: content.items.length };
  const { sections } = content;
  return {
    sectionCount: sections.length,
    actionCount: sections.reduce((sum, { actions }) => sum + actions.length, 0),
    itemCount: 0,
  };
}
