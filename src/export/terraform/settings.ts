import { compareBytes } from '../../byteOrder';
import { block, hcl, objectByKey } from '../hcl';
import type { Messages } from '../messages/en';
import type { Unsupported } from '../unsupported';
import { variable } from './declarations';
import { isTagText, safeNamePrefix } from './names';
import type { Plan } from './plan';
import { section } from './section';
import type { Section } from './section';

/** Terraform and provider, and the variables that everything uses. */
export function settingsSection(plan: Plan): Section {
  const { settings } = plan.design;
  const prefix = safeNamePrefix(settings.namePrefix);
  const tags = Object.entries(settings.tags).filter(([key]) => !key.toLowerCase().startsWith('aws:'));
  return section('versions.tf', {
    blocks: [
      block('terraform', [], { required_version: '>= 1.9.0' }, block('required_providers', [], { aws: providerSource })),
      block('provider', ['aws'], { region: hcl`var.region` }, block('default_tags', [], { tags: hcl`var.tags` })),
      block('locals', [], { cluster_name: hcl`var.name_prefix` }),
    ],
    variables: [
      variable('region', hcl`string`, 'AWS region that everything is made in.', settings.region, {
        condition: hcl`can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))`,
        message: 'The region must look like ap-northeast-2.',
      }),
      variable('name_prefix', hcl`string`, 'What the name of every resource begins with; also the name of the cluster.', prefix, {
        condition: hcl`can(regex("^[a-z]([a-z0-9]|-[a-z0-9]){0,23}$", var.name_prefix)) && length(var.name_prefix) <= 24`,
        message: 'The prefix must be at most 24 lower-case letters, digits and single hyphens, and begin with a letter.',
      }, {
        condition: hcl`!can(regex("^(sg|internal)(-|$)", var.name_prefix))`,
        message: 'AWS reserves names that begin with sg- or internal-.',
      }),
      variable('tags', hcl`map(string)`, 'Tags of every resource.', objectByKey(tags), {
        condition: hcl`alltrue([for key in keys(var.tags) : !startswith(lower(key), "aws:")])`,
        message: 'AWS reserves tag keys that begin with aws:.',
      }),
      variable('kubernetes_version', hcl`string`, 'Kubernetes version of the cluster.', settings.kubernetesVersion, {
        condition: hcl`can(regex("^1[.][0-9]{2}$", var.kubernetes_version))`,
        message: 'The version must be a minor version, e.g. 1.34.',
      }),
    ],
    unsupported: [
      ...(prefix === settings.namePrefix ? [] : [(say: Messages) => say.namePrefix(settings.namePrefix, prefix)]),
      ...Object.keys(settings.tags)
        .filter((key) => key.toLowerCase().startsWith('aws:'))
        .sort(compareBytes)
        .map((key): Unsupported => (say) => say.reservedTag(key)),
      ...tags
        .filter(([key, value]) => !isTagText(key) || !isTagText(value))
        .map(([key]) => key)
        .sort(compareBytes)
        .map((key): Unsupported => (say) => say.refusedTag(key)),
    ],
  });
}

const providerSource = { type: 'object', entries: [['source', 'hashicorp/aws'], ['version', '~> 6.25']] } as const;
