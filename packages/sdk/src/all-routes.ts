/** Apart, so that a page which only reads a conversation does without. */
export {routes} from '@social-learning/protocol';
