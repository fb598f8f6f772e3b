/** Columns as wide as their widest cell; Hangul takes two places of a terminal. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - cells(cell))).join('  ').trimEnd());
}

/** Below a line that tells what they are. */
export function indentedTable(rows: readonly (readonly string[])[]): readonly string[] {
  return table(rows).map((line) => `  ${line}`);
}

function cells(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1;
  return width;
}
