/** Around what is asked on demand. */
export const analysisEn = {
  'analysis.running': 'Working …',
  'analysis.stop': 'Stop',
  'analysis.stopped': 'Stopped.',
  'analysis.failed': 'This went wrong: {error}',
  'analysis.stale': 'The design has changed since: this is what it came to before.',
} as const;
