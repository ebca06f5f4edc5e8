/** Seconds for which a person is taken to be there after having said so. */
export const presenceLasts = 45;
