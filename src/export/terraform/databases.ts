import type { Database } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { hcl, object, objectByKey, reference, resource } from '../hcl';
import type { Block, Expression } from '../hcl';
import { output, variable } from './declarations';
import { identifier, prefixed, shortId, tagText } from './names';
import { privateSubnets, zoneNameOf } from './plan';
import type { Plan } from './plan';
import { section } from './section';
import type { Section } from './section';
import { ingress, securityGroup, securityGroupIds, tcp } from './securityGroups';
import type { Unsupported } from '../unsupported';

/** GiB of gp3 that RDS makes at least. */
const smallestStorage = 20;

const portOf = { postgres: 5432, mysql: 3306 } as const;

/** RDS databases: one zone, a Multi-AZ instance with a standby, or a Multi-AZ cluster. Passwords are made and kept by Secrets Manager. */
export function databaseSection(plan: Plan): Section {
  const all = entitiesOf(plan.design, 'database');
  const made = all.filter((database) => plan.lettersOf(database.zones).length > 0);
  const ofMade = (attribute: readonly string[]) =>
    objectByKey(
      made.map((database) => [database.id, reference(typeOf(database), identifier(database.id), ...attribute)] as const),
    );
  return section('databases.tf', {
    blocks: made.flatMap((database) => blocksOf(plan, database)),
    variables:
      made.length === 0
        ? []
        : [
            variable('database_username', hcl`string`, 'Name of the master user of every database.', 'dbadmin', {
              condition: hcl`can(regex("^[a-zA-Z][a-zA-Z0-9_]{0,15}$", var.database_username))`,
              message: 'At most 16 letters, digits and underscores, the first a letter.',
            }),
            variable('database_deletion_protection', hcl`bool`, 'Refuse to delete databases.', true),
            variable('database_backup_days', hcl`number`, 'Days for which backups of databases are kept.', 7, {
              condition: hcl`var.database_backup_days >= 1 && var.database_backup_days <= 35`,
              message: '1 to 35 days.',
            }),
          ],
    outputs:
      made.length === 0
        ? []
        : [
            output('database_endpoints', 'Endpoints of the databases by id in the design.', ofMade(['endpoint'])),
            output('database_secret_arns', "Secrets with the master users' passwords, by id in the design.", ofMade(['master_user_secret[0]', 'secret_arn'])),
          ],
    unsupported: all.flatMap((database) => problems(plan, database)),
  });
}

function typeOf(database: Database): 'aws_rds_cluster' | 'aws_db_instance' {
  return database.deployment === 'multi-az-cluster' ? 'aws_rds_cluster' : 'aws_db_instance';
}

/** A subnet group needs two zones (a cluster three), whatever the database itself uses. */
function subnetLetters(plan: Plan, database: Database): readonly string[] {
  const letters = plan.lettersOf(database.zones);
  const needed = database.deployment === 'multi-az-cluster' ? 3 : 2;
  return letters.length >= needed ? letters : plan.zones;
}

function blocksOf(plan: Plan, database: Database): readonly Block[] {
  const name = identifier(database.id);
  const group = `database_${name}`;
  const short = shortId(database.id, 30);
  const title = tagText(database.name);
  const shared = {
    engine: database.engine,
    allocated_storage: Math.max(smallestStorage, database.storageGiB),
    storage_type: 'gp3',
    storage_encrypted: true,
    manage_master_user_password: true,
    db_subnet_group_name: reference('aws_db_subnet_group', name, 'name'),
    vpc_security_group_ids: securityGroupIds(group),
    backup_retention_period: hcl`var.database_backup_days`,
    copy_tags_to_snapshot: true,
    deletion_protection: hcl`var.database_deletion_protection`,
    final_snapshot_identifier: prefixed(`${short}-final`),
    tags: object({ Name: title === '' ? prefixed(shortId(database.id, 80)) : title }),
  };
  return [
    ...securityGroup(group, `Database ${database.id}`),
    ingress(`${group}_from_nodes`, group, { group: 'nodes' }, tcp(portOf[database.engine]), 'From nodes and pods'),
    resource('aws_db_subnet_group', name, { name: prefixed(short), subnet_ids: privateSubnets(plan, subnetLetters(plan, database)) }),
    database.deployment === 'multi-az-cluster'
      ? resource('aws_rds_cluster', name, {
          cluster_identifier: prefixed(short),
          db_cluster_instance_class: database.instanceClass,
          master_username: hcl`var.database_username`,
          ...shared,
        })
      : resource('aws_db_instance', name, {
          identifier: prefixed(short),
          instance_class: database.instanceClass,
          multi_az: database.deployment === 'multi-az-instance',
          availability_zone: database.deployment === 'single-az' ? primaryZone(plan, database) : undefined,
          username: hcl`var.database_username`,
          ...shared,
        }),
  ];
}

/** The zone of the first entry, which is the primary's. */
function primaryZone(plan: Plan, database: Database): Expression | undefined {
  const letter = plan.lettersOf(database.zones.slice(0, 1))[0] ?? plan.lettersOf(database.zones)[0];
  return letter === undefined ? undefined : zoneNameOf(letter);
}

const zonesNeeded = { 'single-az': 1, 'multi-az-instance': 2, 'multi-az-cluster': 3 } as const;

function problems(plan: Plan, database: Database): readonly Unsupported[] {
  const { id, deployment } = database;
  const letters = plan.lettersOf(database.zones);
  if (letters.length === 0) return [(say) => say.zonesWithoutSubnet(id)];
  const found: Unsupported[] = [];
  const needed = zonesNeeded[deployment];
  if (database.storageGiB < smallestStorage) found.push((say) => say.databaseStorage(id, smallestStorage, database.storageGiB));
  if (letters.length < needed) found.push((say) => say.databaseZones({ id, deployment, needed, drawn: letters.length }));
  if (plan.zones.length < Math.max(2, needed)) found.push((say) => say.databaseSubnets(id, Math.max(2, needed), plan.zones.length));
  if (deployment !== 'single-az') found.push((say) => say.databasePrimary(id, deployment === 'multi-az-cluster'));
  if (deployment === 'multi-az-cluster' && !/^db\.[a-z]+[0-9]+[a-z]*d[a-z]*\./.test(database.instanceClass)) {
    found.push((say) => say.databaseClass(id, database.instanceClass));
  }
  return found;
}
