export {createDemo} from './demo/demo.ts';
export {people, type SamplePerson} from './demo/people.ts';
