import { useMemo } from 'react';
import { regions } from '#engine/catalog/regions';
import type { Choice } from '../../components/Select';
import { useFormat } from '../../i18n/format';
import { useEvaluation } from '../../stores/evaluation';

/** Instance types with a price in the design's region, small ones first, each with what it has and costs. */
export function useInstanceTypes(): readonly Choice[] {
  const catalog = useEvaluation((state) => state.catalog);
  const format = useFormat();
  return useMemo(() => {
    if (catalog === null) return [];
    return [...catalog.instanceTypes.values()]
      .flatMap((type) => {
        const price = catalog.prices.ec2(type.type);
        return price === null ? [] : [{ type, usd: price.usd }];
      })
      .toSorted((a, b) => familyOf(a.type.type).localeCompare(familyOf(b.type.type)) || a.usd - b.usd)
      .map(({ type, usd }) => ({
        id: type.type,
        label: type.type,
        detail: `${format.number(type.vcpu)} vCPU, ${format.memory(type.memoryMiB)}, ${format.price(usd)}/h`,
      }));
  }, [catalog, format]);
}

function familyOf(type: string): string {
  return type.split('.')[0] ?? type;
}

export function useRegions(): readonly Choice[] {
  return useMemo(() => regions.map((region) => ({ id: region.id, label: region.id, detail: region.name })), []);
}
