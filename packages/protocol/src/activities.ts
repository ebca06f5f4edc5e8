/** What can have happened; one line of the log each. Terms of ActivityStreams 2.0 and xAPI, in the past tense. */
export const verbs = [
  'joined', 'asked', 'posted', 'replied', 'edited', 'removed', 'reacted', 'accepted', 'pinned', 'locked', 'thanked', 'earned', 'requested', 'accepted-mentorship', 'declined',
  'completed', 'withdrew', 'agreed', 'published', 'finished', 'reported', 'submitted', 'moderated', 'hid', 'restored', 'undid', 'notified',
] as const;
export type Verb = (typeof verbs)[number];
