// How much is in a template, as lists tell it (rulebook §4).
import type { TemplateContent } from '../../schema/index.ts';

/** How many sections and actions a template has. */
export function templateSize({ sections }: TemplateContent): { sectionCount: number; actionCount: number } {
  return {
    sectionCount: sections.length,
    actionCount: sections.reduce((sum, { actions }) => sum + actions.length, 0),
  };
}
