import {Provider, Thread, useClient, useStore} from '@social-learning/react';
import {useState} from 'react';
import {client} from './client';

const subject = 'examples/react';

export function App() {
  const [sent, setSent] = useState(0);
  return (
    <Provider client={client} space="questions">
      <h1>How we pack a parcel</h1>
      <Count />
      <Thread subject={subject} onPostSent={() => setSent(sent + 1)} />
      {sent > 0 && <p>Thank you for your words.</p>}
    </Provider>
  );
}

/** A part of your own, from the same store as the thread. */
function Count() {
  const state = useStore(useClient().thread({subject, space: 'questions'}).$state);
  return <p>{state.status === 'ready' ? `${state.thread?.posts ?? 0} posts` : '…'}</p>;
}
