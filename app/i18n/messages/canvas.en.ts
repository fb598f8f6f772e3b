/** Texts of the board, the palette and the commands. */
export const canvasEn = {
  'step.move': 'Move',
} as const;
