/** The people around the reader, those with the most points, or teams by what their people have on average. */
export const boardViews = ['near', 'top', 'teams'] as const;
export type BoardView = (typeof boardViews)[number];

/** Calendar periods of the organisation's time zone (weeks from Monday, ISO 8601), and all time. */
export const boardPeriods = ['week', 'month', 'quarter', 'year', 'all'] as const;
export type BoardPeriod = (typeof boardPeriods)[number];
