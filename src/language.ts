/** The languages that the engine speaks. */
export type Language = 'en' | 'ko';
