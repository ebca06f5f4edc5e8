import '@waline/client/waline.css';
import {init} from '@waline/client';

// What the author of a page writes: its defaults, in English, without pictures from another host.
const {pageSize} = document.querySelector('main')!.dataset;
init({
  el: 'main', path: '/bench', serverURL: location.origin, lang: 'en', emoji: false, search: false,
  ...(pageSize !== undefined && {pageSize: Number(pageSize)}),
});
