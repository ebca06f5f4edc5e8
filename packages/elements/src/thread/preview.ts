import type {Client} from '@social-learning/sdk';
import {parseContent} from '@social-learning/sdk/markdown';
import {renderContent} from '../internal/content.ts';
import {showPictures} from '../internal/pictures.ts';

/** Shows what a text will look like. The parser, which is the server's own, comes with this and with nothing else. */
export function showPreview(root: HTMLElement, source: string, headingLevel: number, client: Client | undefined): void {
  root.replaceChildren(renderContent(parseContent(source), {headingLevel}));
  if (client) showPictures(root, client);
}
