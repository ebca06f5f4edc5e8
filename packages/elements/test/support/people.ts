import type {Person} from '@social-learning/sdk';

export const ann: Person = {id: '01920000-0000-7000-8000-00000000000a', name: 'Ann Bakker', picture: null};
export const bob: Person = {id: '01920000-0000-7000-8000-00000000000b', name: 'Bob de Wit', picture: null};
