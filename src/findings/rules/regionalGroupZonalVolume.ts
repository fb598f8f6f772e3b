import { entitiesOf } from '../../design/tree';
import type { Context, RunningPod } from '../context';
import type { Rule } from '../finding';
import { moveToEfs } from '../fixes/efs';
import { zonalGroups } from '../fixes/zonalGroups';
import { links } from '../links';
import { ebsClassesOf, ebsClassOf } from '../volumes';
import type { AutoScalingGroup, Workload } from '../../design/schema';

/** A group over several zones, the workloads with EBS volumes that it may have to run, and whether their volumes come first. */
export interface GroupWithVolumes {
  readonly group: AutoScalingGroup;
  readonly workloads: readonly Workload[];
}

/** `immediate`: volumes that are made, in some zone, before the pod is placed. */
export function regionalGroupsWithVolumes(context: Context, immediate: boolean): readonly GroupWithVolumes[] {
  const groups = entitiesOf(context.design, 'autoScalingGroup').filter((group) => group.zones.length > 1);
  const workloads = entitiesOf(context.design, 'workload').filter((workload) =>
    ebsClassesOf(context.design, workload).some((storage) => (storage.volumeBindingMode === 'Immediate') === immediate),
  );
  const groupOf = new Map(context.workers.map((node) => [node.name, node.group]));
  const uses = (pods: readonly RunningPod[], group: string) => pods.some((pod) => groupOf.get(pod.node) === group);
  return groups
    .map((group) => ({
      group,
      workloads: workloads.filter((workload) => {
        const pods = context.runningPods(workload.id);
        // Where nothing runs yet, any group may be the one that has to.
        return uses(pods, group.id) || (pods.length === 0 && workload.type !== 'DaemonSet' && workload.replicas > 0);
      }),
    }))
    .filter((found) => found.workloads.length > 0);
}

export const regionalGroupZonalVolume: Rule = {
  code: 'regional-group-zonal-volume',
  severity: 'error',
  link: links.clusterAutoscaler,
  find: (context) =>
    regionalGroupsWithVolumes(context, true).map(({ group, workloads }) => {
      const classes = [...new Set(workloads.flatMap((workload) => ebsClassesOf(context.design, workload)))].filter(
        (storage) => storage.volumeBindingMode === 'Immediate',
      );
      return {
        entities: [group.id, ...workloads.map((workload) => workload.id), ...classes.map((storage) => storage.id)],
        message: (say) =>
          say.regionalGroupZonalVolume({
            group: group.id,
            zones: context.zoneNames(group.zones),
            workloads: workloads.map((workload) => workload.name),
          }),
        fixes: [
          zonalGroups(context, group),
          ...classes.map((storage, i) => ({
            id: i === 0 ? 'wait-for-first-consumer' : `wait-for-first-consumer-${storage.id}`,
            label: (say: { waitForFirstConsumer(facts: { storageClass: string }): string }) =>
              say.waitForFirstConsumer({ storageClass: storage.name }),
            edit: { type: 'set', id: storage.id, fields: { volumeBindingMode: 'WaitForFirstConsumer' } } as const,
          })),
          ...workloads.flatMap((workload, i) =>
            moveToEfs(context, workload, (volume) => ebsClassOf(context.design, volume) !== undefined).map((fix) => (i === 0 ? fix : { ...fix, id: `${fix.id}-${workload.id}` })),
          ),
        ],
      };
    }),
};
