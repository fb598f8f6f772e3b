import { definitionOf, kindNames } from '#engine/design/kinds/kinds';
import type { Kind } from '#engine/design/kinds/kinds';
import { entityById, zoneIdsOf, zonesOf } from '#engine/design/tree';
import type { MenuEntry, MenuGroup } from '../../components/Menu';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { useSession } from '../../stores/session';
import { addEntity, kindsFor, run } from './operations';
import type { OutlineRow } from './outlineOf';

/** What can be done with a row: the operations of the board, by menu. */
export function useRowActions(row: OutlineRow): readonly MenuGroup[] {
  const t = useT();
  const design = useDocument((state) => state.design);
  const scenario = useSession((session) => session.scenario);
  const groups: MenuGroup[] = [];
  const entity = row.id === null ? undefined : entityById(design, row.id);

  const adding = (kinds: readonly Kind[], zones: readonly string[]): MenuGroup => ({
    id: 'add',
    title: t('outline.addHere'),
    entries: kinds.map((kind) => ({ id: `add-${kind}`, label: t(`kind.${kind}`), onAction: () => addEntity(kind, zones, t) })),
  });
  if (entity?.kind === 'zone') groups.push(adding(kindsFor('zone', kindNames), [entity.id]));
  if (row.key === 'region') groups.push(adding(kindsFor('region', kindNames), []));
  if (row.type === 'heading' && row.kind !== null) groups.push(adding([row.kind], []));

  if (entity !== undefined && entity.kind !== 'zone') groups.push({ id: 'place', entries: placing() });
  if (row.killable !== null) groups.push({ id: 'kill', entries: [killing(row.killable)] });
  if (row.id !== null && (row.type === 'entity' || row.type === 'link')) {
    const { id } = row;
    groups.push({ id: 'delete', entries: [{ id: 'delete', label: t('common.delete'), shortcut: 'Delete', onAction: () => run({ type: 'remove', ids: [id] }, 'step.delete', t) }] });
  }
  return groups.filter((group) => group.entries.length > 0);

  function placing(): readonly MenuEntry[] {
    if (entity === undefined) return [];
    const inside = zoneIdsOf(entity);
    const { span } = definitionOf(entity.kind);
    if (span === 'region') return [];
    return zonesOf(design).flatMap((zone): readonly MenuEntry[] => {
      const place = (zones: readonly string[]) => () => run({ type: 'place', id: entity.id, zones }, 'step.move', t);
      if (span === 'zone') {
        return inside.includes(zone.id) ? [] : [{ id: zone.id, label: t('outline.moveTo', { zone: zone.letter }), onAction: place([zone.id]) }];
      }
      if (!inside.includes(zone.id)) return [{ id: zone.id, label: t('outline.joinZone', { zone: zone.letter }), onAction: place([...inside, zone.id]) }];
      return inside.length === 1 ? [] : [{ id: zone.id, label: t('outline.leaveZone', { zone: zone.letter }), onAction: place(inside.filter((id) => id !== zone.id)) }];
    });
  }

  function killing(killable: NonNullable<OutlineRow['killable']>): MenuEntry {
    const { toggleZone, toggleNode } = useSession.getState();
    if ('zone' in killable) {
      const isDead = scenario.zones.includes(killable.zone);
      return { id: 'kill', label: t(isDead ? 'outline.reviveOne' : 'outline.kill'), onAction: () => toggleZone(killable.zone) };
    }
    const isDead = scenario.nodes.includes(killable.node);
    return { id: 'kill', label: t(isDead ? 'outline.reviveOne' : 'outline.kill'), onAction: () => toggleNode(killable.node) };
  }
}
