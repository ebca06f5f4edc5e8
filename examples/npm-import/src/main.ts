import {configure} from '@social-learning/sdk';
import '@social-learning/elements/thread/define';

configure({
  backend: 'http://localhost:4400',
  tokenEndpoint: 'http://localhost:4400/demo/token?person=lucia',
});
