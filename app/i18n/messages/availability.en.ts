/** Availability in numbers: what its tab says; the engine has the words of the answer. */
export const availabilityEn = {
  'availability.tabs': 'Quorum and availability',
  'availability.losses': 'Losses',
  'availability.title': 'Availability',
  'availability.progress': '{done} of {wanted} sets of zones',
  'availability.table': 'How often what is up',
  'availability.alone': 'by itself',
  'availability.dependsOn': 'also needs {names}',
  'availability.effectsOf': 'Effect on',
  'availability.effect': '{reading}, min/year',
  'availability.effectHint': 'How many more or fewer minutes a year, if the downtime of one assumption were half or twice as long.',
  'availability.upPercent': '{name}, up',
  'availability.reset': 'Defaults',
} as const;
