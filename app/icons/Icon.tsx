import type { IconName } from './iconName';

/** An official AWS or Kubernetes icon; always beside its name, hence silent. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} className="icon">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
