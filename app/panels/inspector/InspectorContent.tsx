import { useMemo } from 'react';
import { entityById } from '#engine/design/tree';
import { useCanvas } from '../../stores/canvas';
import { useDocument } from '../../stores/document';
import { EntityForm } from './EntityForm';
import { LinkForm } from './LinkForm';
import { MultiForm } from './MultiForm';
import { NodeCard } from './NodeCard';
import { PodCard } from './PodCard';
import { SettingsForm } from './SettingsForm';

/** Chooses the form for what is selected on the board. */
export function InspectorContent() {
  const selection = useCanvas((canvas) => canvas.selection);
  const design = useDocument((state) => state.design);
  const { entities, links } = useMemo(() => {
    const found = selection.map((id) => entityById(design, id)).filter((entity) => entity !== undefined);
    return { entities: found, links: design.links.filter((link) => selection.includes(link.id)) };
  }, [selection, design]);
  const [only] = selection;

  if (selection.length === 1 && only !== undefined) {
    const [entity] = entities;
    if (entity !== undefined) return <EntityForm key={entity.id} entity={entity} />;
    const [link] = links;
    if (link !== undefined) return <LinkForm key={link.id} link={link} />;
    if (only.startsWith('node:')) return <NodeCard key={only} name={only.slice('node:'.length)} />;
    if (only.startsWith('pod:')) return <PodCard key={only} pod={only.slice('pod:'.length)} />;
  }
  if (entities.length > 1) return <MultiForm key={selection.join(' ')} entities={entities} />;
  if (entities.length === 1 && entities[0] !== undefined) return <EntityForm key={entities[0].id} entity={entities[0]} />;
  return <SettingsForm />;
}
