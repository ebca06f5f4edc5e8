import {msg, str} from '@lit/localize';
import type {ContentItem} from '@social-learning/sdk/content';

export function sayKind(kind: ContentItem['kind']): string {
  switch (kind) {
    case 'video': return msg('Video');
    case 'audio': return msg('Recording');
    case 'image': return msg('Picture');
    case 'document': return msg('Document');
    case 'link': return msg('Link');
  }
}

export function sayState(state: ContentItem['state']): string {
  switch (state) {
    case 'draft': return msg('Draft');
    case 'pending': return msg('Waits for approval');
    case 'hidden': return msg('Hidden');
    case 'archived': return msg('Archived');
    case 'removed': return msg('Removed');
    case 'published': return msg('Published');
  }
}

export const sayAuthor = (name: string | undefined): string => msg(str`By ${name ?? msg('Somebody who left')}`);
