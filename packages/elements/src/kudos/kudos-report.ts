import {msg, str} from '@lit/localize';
import type {Client} from '@social-learning/sdk';
import type {KudosView} from '@social-learning/sdk/kudos';

/** The way to report kudos, for whoever is signed in; nothing where it cannot be done. @param say Says something to a screen reader. */
export function reporterOf(
  client: Client, space: string | undefined, say: (text: string) => void,
): ((view: KudosView, button: HTMLElement) => void) | undefined {
  if (!client.can('reports.create') || !client.me?.person) return undefined;
  return ({kudos: {id, from}}, button) => {
    const below = button.closest<HTMLElement>('.entry-text') ?? button.parentElement!;
    const heading = msg(str`Report the kudos of ${from?.name ?? msg('Somebody who left')}`);
    void import('../internal/report.ts').then(({openReport}) => openReport({client, space, target: {type: 'kudos', id}, heading, below, button, say}))
      .catch(() => say(msg('That did not work.')));
  };
}
