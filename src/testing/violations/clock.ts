export const begun = Date.now();
