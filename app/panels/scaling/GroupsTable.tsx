import type { Scaling } from '#engine/evaluation';
import { entityById } from '#engine/design/tree';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/translate';
import { useDocument } from '../../stores/document';
import { EntityChip } from '../shared/EntityChip';
import table from '../shared/table.module.css';

/** Instances of each group by zone, with what an autoscaler added. */
export function GroupsTable({ scaling }: { readonly scaling: Scaling }) {
  const t = useT();
  const format = useFormat();
  const zones = [...new Set(scaling.groups.flatMap(({ byZone }) => Object.keys(byZone)))].toSorted();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('scaling.group')}</th>
          <th scope="col" className={table.number}>
            {t('scaling.desired')}
          </th>
          <th scope="col" className={table.number}>
            {t('scaling.range')}
          </th>
          {zones.map((zone) => (
            <th key={zone} scope="col" className={table.number}>
              {zone}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scaling.groups.map(({ id, desired, byZone }) => (
          <tr key={id}>
            <th scope="row">
              <EntityChip id={id} />
            </th>
            <td className={table.number}>
              {format.number(desired)}
              {(scaling.added[id] ?? 0) > 0 && <span className={table.quiet}> ({t('scaling.added', { count: scaling.added[id] ?? 0 })})</span>}
            </td>
            <Range id={id} />
            {zones.map((zone) => (
              <td key={zone} className={table.number}>
                {byZone[zone] === undefined ? '–' : format.number(byZone[zone])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Range({ id }: { readonly id: string }) {
  const group = useDocument((state) => entityById(state.design, id));
  return <td className={table.number}>{group?.kind === 'autoScalingGroup' ? `${group.min}–${group.max}` : '–'}</td>;
}
