/**
 * What can earn points. `asked`, `posted` and `replied`: a question, an answer or opening post, a reply of one's own;
 * `answer-accepted`: one's answer was accepted by somebody else; `reaction-received`: somebody reacted to a post of one's own;
 * `kudos-received` and `kudos-given`; `mentorship-completed`, for both sides; `content-published` and `checklist-finished`.
 */
export const earningActivities = [
  'asked', 'posted', 'replied', 'answer-accepted', 'reaction-received', 'kudos-received', 'kudos-given', 'mentorship-completed',
  'content-published', 'checklist-finished',
] as const;
export type EarningActivity = (typeof earningActivities)[number];
