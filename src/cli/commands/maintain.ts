import { settledPlacement } from '../../addons/settledPlacement';
import type { Placed } from '../../cluster/cluster';
import { entitiesOf } from '../../design/tree';
import { drain } from '../../maintenance/drain';
import { upgrade } from '../../maintenance/upgrade';
import { zonalShift } from '../../maintenance/zonalShift';
import { oneOf, type Arguments, type Command } from '../command';
import { designOptions, designUsage, readDesign } from '../designInput';
import { drainText, shiftText, upgradeText } from '../format/maintainText';
import { InputError, print } from '../io';
import { zoneNamed, zonesListed } from '../zoneNamed';

export const maintainCommand: Command = {
  name: 'maintain',
  summary: 'planned work: drain a node or a zone, shift a zone away, upgrade a group; what blocks and what is down when',
  usage: `${designUsage} (--drain NODE|ZONE | --shift ZONE | --upgrade GROUP) [--format text|json]`,
  help: [
    '--drain NODE|ZONE    kubectl drain --ignore-daemonsets --delete-emptydir-data under PodDisruptionBudgets, round by round',
    '--shift ZONE         an ARC zonal shift of an EKS cluster (and of its load balancers, but for those of --keep)',
    '--keep LIST          load balancers (ids) that are not shifted',
    '--upgrade GROUP      a managed node group’s update; an instance refresh for a self-managed group',
    '--format text|json   text for people (default), json with stable keys',
  ],
  options: { ...designOptions, drain: { type: 'string' }, shift: { type: 'string' }, keep: { type: 'string' }, upgrade: { type: 'string' }, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    if (['drain', 'shift', 'upgrade'].filter((name) => args.text(name) !== undefined).length !== 1) throw new InputError('expected one of --drain NODE|ZONE, --shift ZONE and --upgrade GROUP');
    const { design, catalog } = await readDesign(args);
    const { json, text } = answer(args, settledPlacement(design, catalog));
    const { region, kubernetesVersion } = design.settings;
    print(format === 'json' ? JSON.stringify({ design: { name: design.name, region, kubernetesVersion }, ...json }, null, 2) : text);
    return 0;
  },
};

function answer(args: Arguments, placed: Placed): { readonly json: object; readonly text: string } {
  const { design, cluster } = placed;
  const [drained, shifted, upgraded] = [args.text('drain'), args.text('shift'), args.text('upgrade')];
  if (drained !== undefined) {
    const zone = zoneNamed(design, drained);
    const names = cluster.nodes.filter((node) => node.name === drained || node.zoneName === zone).map(({ name }) => name);
    if (zone === undefined && names.length === 0) throw new InputError(`--drain: there is no node or zone ${JSON.stringify(drained)}; the zones are ${zonesListed(design)}; zonesketch cluster lists the nodes`);
    const result = drain(placed, new Set(names));
    return { json: result, text: drainText(result, args.language) };
  }
  if (shifted !== undefined) {
    const zone = zoneNamed(design, shifted);
    if (zone === undefined) throw new InputError(`--shift: there is no zone ${JSON.stringify(shifted)}; the zones are ${zonesListed(design)}`);
    const result = zonalShift(placed, zone, { loadBalancers: loadBalancersShifted(args, placed) });
    return { json: result, text: shiftText(result, args.language) };
  }
  const result = upgrade(placed, upgraded ?? '');
  if (result === null) throw new InputError(`--upgrade: there is no group ${JSON.stringify(upgraded)}; the groups are ${entitiesOf(design, 'autoScalingGroup').map(({ id }) => id).join(', ')}`);
  return { json: result, text: upgradeText(result, args.language) };
}

function loadBalancersShifted(args: Arguments, { design }: Placed): ReadonlySet<string> {
  const all = entitiesOf(design, 'loadBalancer').map(({ id }) => id);
  const kept = (args.text('keep') ?? '').split(',').map((id) => id.trim()).filter((id) => id !== '');
  const unknown = kept.find((id) => !all.includes(id));
  if (unknown !== undefined) throw new InputError(`--keep: there is no load balancer ${JSON.stringify(unknown)}; there ${all.length === 1 ? 'is' : 'are'} ${all.join(', ') || 'none'}`);
  return new Set(all.filter((id) => !kept.includes(id)));
}
