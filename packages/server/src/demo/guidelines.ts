import type {Rule} from '@social-learning/protocol';

const kindness: Rule = {
  id: 'be-kind', sentence: 'Be kind to whoever asks.',
  do: 'Thank people for the question. You had it once, too.', dont: '“As I have told you”, “obviously”, “just read the manual”.',
};
const people: Rule = {
  id: 'the-matter', sentence: 'Talk about the matter, not about the person.',
  do: '“The list was late twice this week. What would help?”', dont: '“Planning is asleep again.”',
};
const source: Rule = {id: 'say-where', sentence: 'Say how you know it.', do: '“I tried it on line 3”, “it is on page 12”.', dont: null};
const closed: Rule = {
  id: 'keep-inside', sentence: 'What customers told us stays with us.', do: null, dont: 'Names, addresses and prices of customers.',
};
const noSelling: Rule = {id: 'no-selling', sentence: 'Nothing is sold here.', do: null, dont: 'Offers, referral links, “write me privately”.'};

/** What each sample space agreed on, the versions in their order. */
export const sampleGuidelines: Readonly<Record<string, readonly {readonly required: boolean; readonly rules: readonly Rule[]}[]>> = {
  onboarding: [{required: false, rules: [kindness, source]}, {required: false, rules: [kindness, people, source, closed]}],
  questions: [{required: false, rules: [kindness, source, closed]}],
  hello: [{required: true, rules: [kindness, closed, noSelling]}],
};
