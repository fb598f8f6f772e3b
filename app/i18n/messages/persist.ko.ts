import type { persistEn } from './persist.en';

export const persistKo = {
  'persist.untitled': '제목 없음',
  'persist.copyName': '{name} (사본)',
  'persist.forked': '‘{name}’은(는) 다른 탭에서 열려 있습니다. 이 탭은 사본 ‘{copy}’에서 작업하므로 어느 쪽의 작업도 사라지지 않습니다.',
  'persist.unreadable': '저장된 설계 ‘{name}’을(를) 읽을 수 없습니다. 저장된 내용은 그대로 두고 다른 설계를 열었습니다.',
  'persist.deleted': '‘{name}’ 삭제됨',
  'persist.opened': '{file}{file|을|를} 새 설계로 열었습니다',
  'persist.notADesign': '{file}{file|을|를} 열지 않았습니다. 열려 있던 설계는 그대로입니다. 파일에서 발견된 문제:',
  'persist.moreErrors': '외 {count}건',
  'persist.saved': '브라우저에 저장됨',
  'persist.saving': '저장 중…',
  'persist.failed': '저장하지 못했습니다: {error}. 이 탭을 닫지 않는 한 설계는 안전합니다. 파일로 저장해 두십시오.',
  'persist.unavailable': '이 브라우저는 페이지 데이터를 보관하지 않습니다. 탭을 닫기 전에 설계를 파일로 저장하십시오.',
  'persist.newVersion': '새 버전이 준비되었습니다.',
  'persist.reload': '새로고침',
  'persist.drop': '설계 파일을 놓으면 열립니다',
} as const satisfies Readonly<Record<keyof typeof persistEn, string>>;
