import type {Client} from '@social-learning/sdk';
import {createContent, editContent, publishContent, type ContentItem} from '@social-learning/sdk/content';
import {uploadFile} from '@social-learning/sdk/uploads';
import {wordsOf} from '../internal/item-form.ts';
import type {ShareDraft} from './share-form.ts';

/** Where something is shared, and which file it is. */
export interface SharePlace {
  readonly space: string | undefined;
  readonly subject: string | undefined;
  readonly file: string | undefined;
}

/** Makes a draft of it on the server, and publishes it if wished. What was made once is not made again. */
export async function share(client: Client, draft: ShareDraft, {space, subject, file}: SharePlace, publish: boolean): Promise<ContentItem> {
  const words = wordsOf(draft);
  const captions = draft.captions && !draft.made ? [{file: await uploadFile(client, draft.captions), language: draft.captionsLanguage}] : undefined;
  draft.made = draft.made
    ? await editContent(client, {item: draft.made.id, revision: draft.made.revision, ...words})
    : await createContent(client, {
      kind: draft.kind, ...words, ...(space !== undefined && {space}), ...(subject !== undefined && {subject: {key: subject}}),
      ...(file !== undefined && {file}), ...(captions && {captions}),
    });
  return publish ? publishContent(client, draft.made.id) : draft.made;
}
