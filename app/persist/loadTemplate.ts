import { parseDesign } from '#engine/design/parse';
import type { Design } from '#engine/design/schema';
import { templates } from '#engine/templates/templates';

/** A built-in design, or null where none has this id. */
export async function loadTemplate(id: string): Promise<Design | null> {
  const template = templates.find((each) => each.id === id);
  if (template === undefined) return null;
  const parsed = parseDesign(await template.load());
  return parsed.ok ? parsed.value : null;
}
