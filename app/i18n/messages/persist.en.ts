/** Texts of saving and opening. */
export const persistEn = {
  'persist.untitled': 'Untitled',
  'persist.copyName': '{name} (copy)',
  'persist.forked': '“{name}” is open in another tab. This tab works on a copy, “{copy}”: neither loses anything.',
  'persist.unreadable': 'The saved design “{name}” cannot be read. It stays stored as it is; another one was opened.',
  'persist.deleted': 'Deleted “{name}”',
  'persist.opened': 'Opened {file} as a design of its own',
  'persist.notADesign': '{file} was not opened; what was open is unchanged. In the file:',
  'persist.moreErrors': 'and {count} more',
  'persist.saved': 'Saved in this browser',
  'persist.saving': 'Saving…',
  'persist.failed': 'Not saved: {error}. The design is safe as long as this tab is open; save it to a file.',
  'persist.unavailable': 'This browser keeps no data for the page. Save the design to a file before you close the tab.',
  'persist.newVersion': 'A new version is ready.',
  'persist.reload': 'Reload',
  'persist.drop': 'Drop the design file to open it',
} as const;
