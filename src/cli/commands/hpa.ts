import type { Workload } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { hpaCourse } from '../../horizontalPodAutoscaler/settle';
import { called } from '../called';
import { oneOf, type Arguments, type Command } from '../command';
import { designOptions, designUsage, readDesign, type DesignInput } from '../designInput';
import { hpaText } from '../format/hpaText';
import { InputError, print } from '../io';

export const hpaCommand: Command = {
  name: 'hpa',
  summary: 'how the loop of each HorizontalPodAutoscaler settles under the traffic that its pods really get',
  usage: `${designUsage} [--workload NAME] [--format text|json]`,
  help: [
    '--workload NAME      a workload by id, name or namespace/name (all)',
    '--format text|json   text for people (default), json with stable keys',
  ],
  options: { ...designOptions, workload: { type: 'string' }, format: { type: 'string' } },
  run: async (args) => {
    const format = oneOf(args, 'format', ['text', 'json'], 'text');
    const input = await readDesign(args);
    const { name, settings } = input.design;
    const courses = workloadsMeant(args, input).flatMap((workload) => {
      const course = hpaCourse(input.design, input.catalog, workload);
      return course === null ? [] : [{ name: `${workload.namespace}/${workload.name}`, cpuPerRequest: workload.horizontalPodAutoscaler?.cpuPerRequest ?? 0, ...course }];
    });
    const { region, kubernetesVersion } = settings;
    print(format === 'json' ? JSON.stringify({ design: { name, region, kubernetesVersion }, workloads: courses }, null, 2) : hpaText(courses, args.language));
    return 0;
  },
};

function workloadsMeant(args: Arguments, { design }: DesignInput): readonly Workload[] {
  const text = args.text('workload');
  const scaled = entitiesOf(design, 'workload').filter(({ type, horizontalPodAutoscaler }) => horizontalPodAutoscaler !== undefined && type !== 'DaemonSet');
  if (text === undefined) return scaled;
  const meant = called(scaled, text);
  if (meant.length > 0) return meant;
  const names = scaled.map(({ namespace, name }) => `${namespace}/${name}`).join(', ');
  throw new InputError(`--workload: no workload ${JSON.stringify(text)} has a HorizontalPodAutoscaler; ${names === '' ? 'none has' : `there ${scaled.length === 1 ? 'is' : 'are'} ${names}`}`);
}
