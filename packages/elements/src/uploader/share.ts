import {msg} from '@lit/localize';
import type {Client} from '@social-learning/sdk';
import {createContent, editContent, publishContent, type ContentItem} from '@social-learning/sdk/content';
import {uploadFile} from '@social-learning/sdk/uploads';
import type {ShareDraft} from './share-form.ts';

/** Where something is shared, and which file it is. */
export interface SharePlace {
  readonly space: string | undefined;
  readonly subject: string | undefined;
  readonly file: string | undefined;
}

/** What is missing in a draft, as a sentence; empty where nothing is. */
export function missingIn({kind, title, link, captions, captionsLanguage}: ShareDraft): string {
  if (kind === 'link' && !(URL.canParse(link.trim()) && /^https?:/i.test(link.trim()))) return msg('The address is missing, or is none. It begins with https://.');
  if (title.trim() === '') return msg('The title is missing. Say in a few words what it is.');
  if (captions && !/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(captionsLanguage)) return msg('The language of the captions is a code, such as en or nl.');
  return '';
}

/** Makes a draft of it on the server, and publishes it if wished. What was made once is not made again. */
export async function share(client: Client, draft: ShareDraft, {space, subject, file}: SharePlace, publish: boolean): Promise<ContentItem> {
  const skills = draft.skills.split(',').map(word => word.trim()).filter(word => word !== '');
  const words = {
    title: draft.title.trim(), description: draft.description, skills,
    ...(draft.alt.trim() !== '' && {alt: draft.alt.trim()}), ...(draft.kind === 'link' && {link: draft.link.trim()}),
  };
  const captions = draft.captions && !draft.made ? [{file: await uploadFile(client, draft.captions), language: draft.captionsLanguage}] : undefined;
  draft.made = draft.made
    ? await editContent(client, {item: draft.made.id, revision: draft.made.revision, ...words})
    : await createContent(client, {
      kind: draft.kind, ...words, ...(space !== undefined && {space}), ...(subject !== undefined && {subject: {key: subject}}),
      ...(file !== undefined && {file}), ...(captions && {captions}),
    });
  return publish ? publishContent(client, draft.made.id) : draft.made;
}
