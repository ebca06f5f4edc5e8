import 'artalk/Artalk.css';
import Artalk from 'artalk';

// What the author of a page writes: its defaults, in English, without pictures from another host.
const {pageSize} = document.querySelector('main')!.dataset;
globalThis.artalk = Artalk.init({
  el: 'main', pageKey: 'bench', pageTitle: 'Bench', server: '', site: 'Bench', locale: 'en', emoticons: false, avatarURLBuilder: () => '/avatar.svg',
  ...(pageSize !== undefined && {pagination: {pageSize: Number(pageSize), readMore: true, autoLoad: true}}),
});
