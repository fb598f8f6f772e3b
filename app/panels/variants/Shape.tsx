import type { LossVerdict } from '#engine/variants/variant';

const paths: Readonly<Record<LossVerdict, string>> = {
  survives: 'M0 -5A5 5 0 1 1 0 5A5 5 0 1 1 0 -5Z',
  degraded: 'M0 -6L6 5H-6Z',
  down: 'M-5 -5H5V5H-5Z',
  'control-plane-lost': 'M0 -6.5L6.5 0L0 6.5L-6.5 0Z',
};

/** The mark of a verdict: a circle survives, a triangle is degraded, a square down, a diamond has lost its control plane. */
export function Shape({ verdict, className }: { readonly verdict: LossVerdict; readonly className?: string | undefined }) {
  return <path d={paths[verdict]} {...(className === undefined ? {} : { className })} />;
}
