// Who the visitor is. A real intranet knows; the demo lets one choose, for each window by itself.

const kept = 'northwind-person';
const guest = 'guest';

/** Gives every provider on the page the person's token endpoint, or none to a visitor who has not signed in. */
function applyPerson(person) {
  for (const provider of document.querySelectorAll('[data-provider]')) {
    if (person === guest) provider.removeAttribute('token-endpoint');
    else provider.setAttribute('token-endpoint', `/demo/token?person=${encodeURIComponent(person)}`);
  }
}

/** Fills the menu and signs in whom this window has chosen, or the first of the list. */
export async function choosePerson() {
  const menu = document.querySelector('[data-person]');
  const remembered = sessionStorage.getItem(kept);
  // At once, before the widgets ask: otherwise they would first meet a visitor.
  if (remembered !== null) applyPerson(remembered);

  const people = await readPeople();
  menu.replaceChildren(...people.map(({id, name, title}) => new Option(`${name} · ${title}`, id)), new Option('A visitor', guest));
  const chosen = people.some(({id}) => id === remembered) || remembered === guest ? remembered : (people[0]?.id ?? guest);
  menu.value = chosen;
  if (chosen !== remembered) applyPerson(chosen);
  greet(people, chosen);
  showWays(people, chosen);

  menu.addEventListener('change', () => {
    sessionStorage.setItem(kept, menu.value);
    applyPerson(menu.value);
    greet(people, menu.value);
    showWays(people, menu.value);
  });
}

async function readPeople() {
  const response = await fetch('/demo/people');
  return response.ok ? (await response.json()).people : [];
}

/** Shows the parts of the page that are for people with certain roles. */
function showWays(people, id) {
  const roles = people.find(person => person.id === id)?.roles ?? [];
  for (const way of document.querySelectorAll('[data-for]')) way.hidden = !way.dataset.for.split(' ').some(role => roles.includes(role));
}

function greet(people, id) {
  const name = people.find(person => person.id === id)?.name ?? '';
  const words = name.split(/\s+/).filter(Boolean);
  const initials = words.length > 1 ? [words[0], words.at(-1)] : words;
  document.querySelector('[data-person-avatar]').textContent = initials.map(word => [...word][0]).join('');
  const greeting = document.querySelector('[data-first-name]');
  if (greeting) greeting.textContent = words.length > 0 ? `, ${words[0]}` : '';
}
