/** The parser of posts: what a page shows as a preview is what the server will make of it. */
export {parseContent} from '@social-learning/protocol/markdown';
