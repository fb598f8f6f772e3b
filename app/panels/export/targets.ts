/** The design file itself stands beside the exporters' targets. */
export const designTarget = 'design';
