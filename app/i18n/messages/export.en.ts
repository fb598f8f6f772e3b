/** Texts of the export dialog. */
export const exportEn = {
  'export.title': 'Export',
  'export.design': 'Design file',
  'export.targets': 'Export target',
  'export.files': 'Files',
  'export.copyFile': 'Copy file',
  'export.downloadFile': 'Download file',
  'export.zip': 'Download zip',
  'export.folder': 'Write into a folder…',
  'export.written': '{count} {count|file|files} written',
  'export.folderFailed': 'The folder could not be written: {error}. The zip holds the same files.',
  'export.unsupported': 'Not expressible in this target',
  'export.nothingUnsupported': 'Everything in the design is in these files.',
  'export.needsCatalog': 'Prices and instance types of {region} are still loading.',
  'export.failed': 'This export failed: {error}',
  'export.size': '{files} {files|file|files}, {size}',
} as const;
