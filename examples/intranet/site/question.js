// The page of one question: which, its address says; without one it shows the last active.
import {questionAddress, questionSpace, readQuestions} from './questions.js';

const address = new URLSearchParams(location.search);
const provider = document.querySelector('main [data-provider]');
const hint = document.querySelector('[data-hint]');

const space = address.get('space') ?? (await questionSpace())?.slug;
const subject = address.get('subject') ?? (space && (await readQuestions({space, limit: 1})).items[0]?.subject.key);

if (space && subject) {
  provider.setAttribute('space', space);
  const thread = document.createElement('sl-thread');
  thread.setAttribute('kind', 'question');
  thread.setAttribute('subject', subject);
  // All questions are on this page: which one, the address says.
  thread.addressOf = ({subject: {key}, title}) => questionAddress(space, key, title);
  hint.replaceWith(thread);
} else {
  hint.textContent = 'There is no question here yet.';
}
