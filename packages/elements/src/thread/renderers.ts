import type {Post} from '@social-learning/sdk';

/**
 * Other markup for parts of a post. Each is called whenever the post is filled, with the post as it is, and gives nodes of its own;
 * `undefined` leaves ours. What stands around it, its name for screen readers included, stays ours. One that throws leaves ours, too.
 */
export interface PostRenderers {
  /** Instead of the initials of the author, such as a picture. It is hidden from screen readers: the name stands beside it. */
  avatar?(post: Post): Node | undefined;
  /** Instead of the text of the post, which is `post.content` (mdast). */
  body?(post: Post): Node | undefined;
  /** Behind the buttons of the post: buttons or links, with names of their own. */
  actions?(post: Post): readonly Node[] | undefined;
}

/** What a page's own renderer gives; `undefined` where it gives nothing, or fails. */
export function renderOwn<Name extends keyof PostRenderers>(
  renderers: PostRenderers | undefined, name: Name, post: Post,
): ReturnType<NonNullable<PostRenderers[Name]>> | undefined {
  try {
    return renderers?.[name]?.(post) as ReturnType<NonNullable<PostRenderers[Name]>> | undefined;
  } catch (error) {
    console.error(`The page’s own renderer of “${name}” failed; ours is shown.`, error);
    return undefined;
  }
}
