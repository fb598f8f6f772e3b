/** Around what is asked on demand. */
export const analysisEn = {
  'analysis.running': 'Working …',
  'analysis.placement': 'Placing pods: {done} of {wanted}',
  'analysis.nodes': 'Nodes: {done} of {wanted}',
  'analysis.timeline': 'Working the timeline out: step {done} of {wanted}',
  'analysis.again': 'Work it out',
  'analysis.stop': 'Stop',
  'analysis.stopped': 'Stopped.',
  'analysis.failed': 'This went wrong: {error}',
  'analysis.stale': 'The design has changed since: this is what it came to before.',
} as const;
