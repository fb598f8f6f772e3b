/** 숫자로 보는 가용성. */
export const availabilityKo = {
  'availability.tabs': '쿼럼과 가용성',
  'availability.losses': '손실',
  'availability.title': '가용성',
  'availability.progress': '영역 조합 {wanted}개 중 {done}개',
  'availability.table': '무엇이 얼마나 살아 있는지',
  'availability.alone': '자체만',
  'availability.dependsOn': '함께 필요: {names}',
  'availability.effectsOf': '영향을 볼 대상',
  'availability.effect': '{reading}, 연간 분',
  'availability.effectHint': '가정 하나의 중단 시간이 절반 또는 두 배가 되면 늘거나 줄어드는 연간 분.',
  'availability.upPercent': '{name} 작동 비율',
  'availability.reset': '기본값으로',
} as const;
