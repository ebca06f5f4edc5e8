import type {Client} from '@social-learning/sdk';

/** Times that the address of a picture is asked for: one that was given out is good for some minutes only. */
const attempts = 3;

/** Shows the pictures in a text once they are near; one that cannot be shown stays the words that say what it shows. */
export function showPictures(root: HTMLElement | ShadowRoot, client: Client): void {
  const pictures = [...root.querySelectorAll<HTMLImageElement>('img[data-file]:not(.sought)')];
  if (pictures.length === 0 || !client.can('files.read')) return;
  const near = new IntersectionObserver(entries => {
    for (const {isIntersecting, target} of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      show(target as HTMLImageElement, client);
    }
  }, {rootMargin: '50% 0px'});
  for (const picture of pictures) {
    picture.classList.add('sought');
    near.observe(picture);
  }
}

/** The words take the room that they need. */
function giveUp(picture: HTMLImageElement): void {
  picture.style.inlineSize = picture.style.aspectRatio = '';
}

function show(picture: HTMLImageElement, client: Client): void {
  let left = attempts;
  const ask = () => {
    if (left-- === 0) giveUp(picture);
    else client.call('files.read', {file: picture.dataset['file']!}).then(({url}) => (picture.src = url), () => giveUp(picture));
  };
  picture.addEventListener('load', () => (left = attempts));
  picture.addEventListener('error', ask);
  ask();
}
