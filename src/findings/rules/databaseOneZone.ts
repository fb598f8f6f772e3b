import type { Edit } from '../../design/edit';
import type { Database } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import type { Context } from '../context';
import type { Rule } from '../finding';
import { links } from '../links';

/** A database that lies in one zone, by its deployment or because its standby's zone is not chosen yet. */
export const databaseOneZone: Rule = {
  code: 'database-one-zone',
  severity: 'warning',
  link: links.rds,
  find: (context) =>
    entitiesOf(context.design, 'database')
      .filter((database) => database.zones.length < 2 && context.zones.length > 1)
      .map((database) => {
        const edit = multiAz(context, database);
        return {
          entities: [database.id],
          message: (say) => say.databaseOneZone({ database: database.name || database.id, zone: context.zoneNames(database.zones)[0] ?? '' }),
          fixes: edit === null ? [] : [{ id: 'multi-az', label: (say: { multiAz(): string }) => say.multiAz(), edit }],
        };
      }),
};

function multiAz(context: Context, database: Database): Edit | null {
  const standby = context.zones.find((zone) => !database.zones.includes(zone.id));
  if (standby === undefined) return null;
  const deployment = database.deployment === 'single-az' ? 'multi-az-instance' : database.deployment;
  return { type: 'set', id: database.id, fields: { deployment, zones: [...database.zones, standby.id] } };
}
