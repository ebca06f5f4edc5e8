import {configure} from '@social-learning/sdk';
import '@social-learning/elements/thread/define';
import type {} from '@social-learning/elements/types/vue';
import {createApp} from 'vue';
import App from './app.vue';

configure({
  backend: 'http://localhost:4400',
  tokenEndpoint: 'http://localhost:4400/demo/token?person=lucia',
});
createApp(App).mount('#app');
