/** A grey failure: what its form says; the engine has the words of the answer. */
export const greyEn = {
  'grey.title': 'Grey failure',
  'grey.hint': 'a zone that loses packets or is slow',
  'grey.zone': 'Zone',
  'grey.loss': 'Packets lost each way',
  'grey.latency': 'Added to a round trip',
  'grey.timeout': 'Clients wait',
  'grey.noServices': 'No Service has traffic: add a client and a link to see whom it meets.',
  'grey.check': 'Check',
  'grey.notices': 'Notices it',
  'grey.rule': 'Its rule, with defaults',
  'grey.figures': 'Figures',
  'grey.source': 'Source',
  'grey.until': 'out after {time} on average, for {out}: {share} of the time',
  'grey.perCheck': 'a check fails {share} of the time, {failures} in a row {inARow}',
} as const;
