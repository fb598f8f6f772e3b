import type { exportEn } from './export.en';

export const exportKo = {
  'export.title': '내보내기',
  'export.design': '설계 파일',
  'export.targets': '내보낼 형식',
  'export.files': '파일',
  'export.copyFile': '파일 복사',
  'export.downloadFile': '파일 내려받기',
  'export.zip': 'zip 내려받기',
  'export.folder': '폴더에 쓰기…',
  'export.written': '파일 {count}개를 썼습니다',
  'export.folderFailed': '폴더에 쓰지 못했습니다: {error}. zip에 같은 파일이 들어 있습니다.',
  'export.unsupported': '이 형식으로 표현할 수 없는 것',
  'export.nothingUnsupported': '설계의 모든 내용이 이 파일들에 들어 있습니다.',
  'export.needsCatalog': '{region}의 가격과 인스턴스 유형을 불러오는 중입니다.',
  'export.failed': '내보내지 못했습니다: {error}',
  'export.size': '파일 {files}개, {size}',
} as const satisfies Readonly<Record<keyof typeof exportEn, string>>;
