import type { Design } from '../../design/schema';
import { entitiesOf } from '../../design/tree';
import { loadBalancerOwner } from '../loadBalancerOwner';
import { markdownText } from '../markdownText';

/** README of the export: how to apply it, what it needs, what is in it and what is not. */
export function readme(design: Design, files: readonly string[], unsupported: readonly string[]): string {
  const needs = needed(design);
  return [
    `# ${markdownText(design.name) || 'Untitled'}: Kubernetes`,
    '',
    ...(design.description.trim() === '' ? [] : [markdownText(design.description), '']),
    `Made by Zonesketch from a design for ${design.settings.region}, Kubernetes ${design.settings.kubernetesVersion}.`,
    'The same design gives the same files; change the design and export again rather than editing them, or put an overlay on top.',
    '',
    '## Apply',
    '',
    '```sh',
    'kubectl apply -k .',
    '```',
    '',
    ...(needs.length === 0 ? [] : ['The cluster must have', '', ...needs.map((need) => `- ${need}`), '']),
    ...(entitiesOf(design, 'workload').some(({ horizontalPodAutoscaler }) => horizontalPodAutoscaler !== undefined)
      ? ['A workload with a HorizontalPodAutoscaler has no `replicas` here, so that applying the files does not undo what it scaled.', '']
      : []),
    ...(entitiesOf(design, 'workload').some(({ type }) => type === 'StatefulSet')
      ? ['StatefulSets start their pods in parallel (`podManagementPolicy: Parallel`), as the prediction assumes: a Pending pod does not hold up those after it.', '']
      : []),
    '## Files',
    '',
    ...files.map((file) => `- \`${file}\``),
    '',
    '## What these files do not express',
    '',
    ...unsupported.map((sentence) => `- ${markdownText(sentence)}`),
    '',
  ].join('\n');
}

function needed(design: Design): readonly string[] {
  const classes = entitiesOf(design, 'storageClass');
  const workloads = entitiesOf(design, 'workload');
  const efs = classes.some(({ provisioner }) => provisioner === 'efs.csi.aws.com') || workloads.some(({ volumes }) => volumes.some(({ fileSystem }) => fileSystem !== undefined));
  const balancers = entitiesOf(design, 'loadBalancer').filter((balancer) => loadBalancerOwner(design, balancer) === 'kubernetes');
  return [
    ...(classes.some(({ provisioner }) => provisioner === 'ebs.csi.aws.com') ? ['the EBS CSI driver'] : []),
    ...(efs ? ['the EFS CSI driver, and the ids of its file systems in `cluster/file-systems.env`'] : []),
    ...(balancers.some(({ type }) => type !== 'clb') ? ['the AWS Load Balancer Controller'] : []),
    ...(balancers.some(({ type }) => type === 'clb') ? ['the AWS cloud controller manager'] : []),
    ...(workloads.some(({ horizontalPodAutoscaler }) => horizontalPodAutoscaler !== undefined) ? ['metrics-server'] : []),
  ];
}
