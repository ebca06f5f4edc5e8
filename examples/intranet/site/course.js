// Days of the course beyond the first, whose words are in the page itself.

const day = Number(new URLSearchParams(location.search).get('day') ?? 1);

if (day > 1) {
  // Before the widget starts, which is in a later script.
  const thread = document.querySelector('[data-thread]');
  thread.setAttribute('subject', `onboarding/day-${day}`);
  document.querySelector('sl-checklist').setAttribute('subject', `onboarding/day-${day}`);
  for (const link of document.querySelectorAll('[data-days] a')) {
    if (new URL(link.href).searchParams.get('day') === String(day)) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const lessons = await (await fetch('site/lessons.json')).json();
  const lesson = lessons[day];
  if (lesson) {
    thread.setAttribute('subject-title', lesson.title);
    show(lesson);
  }
}

function show({title, minutes, lead, text, steps, question}) {
  document.title = `${title} · Onboarding · Northwind Learning`;
  const header = element('header', [
    element('p', `Day ${day} · ${minutes} minutes`, 'eyebrow'),
    element('h1', title),
    element('p', lead, 'lead'),
  ]);
  const list = element('ol', steps.map(([what, how]) => element('li', [element('b', what), ` ${how}`])), 'steps');
  document.querySelector('[data-lesson]').replaceChildren(
    header,
    ...text.map(paragraph => element('p', paragraph)),
    element('h2', 'Three things for today'),
    list,
    element('h2', 'Talk about it'),
    element('p', question),
  );
}

function element(name, content, className = '') {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...(Array.isArray(content) ? content : [content]));
  return node;
}
