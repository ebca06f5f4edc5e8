// Questions are read as any host page might: from the backend's open contract, without a widget.

/** Spaces that hold questions, the best first: real ones that were imported, or the sample's own. */
const spaces = ['history', 'questions'];

/** The space of the questions that this demo has; `undefined` where there is none. */
export async function questionSpace() {
  const response = await fetch('/v1/spaces');
  if (!response.ok) return undefined;
  const {items} = await response.json();
  return spaces.map(slug => items.find(space => space.slug === slug)).find(Boolean);
}

/** A page of questions, the last active first. */
export async function readQuestions({space, limit, cursor}) {
  const query = new URLSearchParams({space, kind: 'question', limit: String(limit), ...(cursor && {cursor})});
  const response = await fetch(`/v1/threads?${query}`);
  if (!response.ok) throw new Error(`The questions could not be read: ${response.status}.`);
  return response.json();
}

/** Address of the page that shows a question. */
export function questionAddress(space, subject, title) {
  return `question.html?${new URLSearchParams({space, subject, ...(title && {title})})}`;
}

/** Fills the list of the page, if it has one, and lets one page on. */
export async function showQuestions() {
  const list = document.querySelector('[data-questions]');
  if (!list) return;
  const space = await questionSpace();
  if (!space) {
    list.replaceChildren(hint('There are no questions yet.'));
    return;
  }
  const ask = document.querySelector('[data-ask]');
  if (ask) ask.href = questionAddress(space.slug, `question/${crypto.randomUUID()}`, 'A new question');
  const name = document.querySelector('[data-space-name]');
  if (name) name.textContent = space.name;

  const more = document.querySelector('[data-more]');
  const limit = Number(list.dataset.questions);
  let cursor;
  const showPage = async () => {
    const page = await readQuestions({space: space.slug, limit, cursor});
    const rows = page.items.map(thread => row(space.slug, thread));
    if (cursor === undefined) list.replaceChildren(...(rows.length > 0 ? rows : [hint('There are no questions yet.')]));
    else {
      list.append(...rows);
      rows[0]?.querySelector('a').focus();
      document.querySelector('[data-status]').textContent = `${rows.length} more questions are shown.`;
    }
    cursor = page.after;
    if (more) more.hidden = !cursor;
  };
  more?.addEventListener('click', () => void showPage());
  await showPage();
}

function row(space, {subject, title, posts, answered, lastActivityAt}) {
  const item = document.createElement('li');
  item.className = 'question';

  const answers = document.createElement('span');
  answers.className = answered ? 'answers answered' : 'answers';
  const count = document.createElement('b');
  count.textContent = String(Math.max(0, posts - 1));
  answers.append(count, answered ? 'answered' : posts === 2 ? 'reply' : 'replies');

  const link = document.createElement('a');
  link.textContent = title ?? subject.title ?? subject.key;
  link.href = questionAddress(space, subject.key);

  const when = document.createElement('small');
  const time = document.createElement('time');
  time.dateTime = lastActivityAt;
  time.textContent = new Date(lastActivityAt).toLocaleDateString('en', {dateStyle: 'medium'});
  when.append('Last active ', time);

  item.append(answers, link, when);
  return item;
}

function hint(text) {
  const item = document.createElement('li');
  item.className = 'hint';
  item.textContent = text;
  return item;
}
