import type {Role} from '@social-learning/protocol';

/** One of the sample people. */
export interface SamplePerson {
  /** The `sub` of their host tokens. */
  readonly id: string;
  readonly name: string;
  /** What they do. */
  readonly title: string;
  readonly roles?: readonly Role[];
}

/** Forty people of a company that does not exist. */
export const people: readonly SamplePerson[] = [
  {id: 'amara', name: 'Amara Okafor', title: 'New in customer care'},
  {id: 'joris', name: 'Joris van den Berg', title: 'New in planning'},
  {id: 'elin', name: 'Elin Lindqvist', title: 'Learning lead', roles: ['moderator', 'curator']},
  {id: 'tomas', name: 'Tomás Herrera', title: 'Mentor, customer care', roles: ['mentor']},
  {id: 'sanne', name: 'Sanne de Vries', title: 'Mentor, warehouse', roles: ['mentor']},
  {id: 'yusuf', name: 'Yusuf Demir', title: 'Runs the platform', roles: ['admin']},
  {id: 'priya', name: 'Priya Raman', title: 'Data analyst'},
  {id: 'lena', name: 'Lena Hoffmann', title: 'Product designer'},
  {id: 'kwame', name: 'Kwame Mensah', title: 'Driver'},
  {id: 'noor', name: 'Noor Bakker', title: 'Trainee, logistics'},
  {id: 'marta', name: 'Marta Kowalska', title: 'Finance'},
  {id: 'diego', name: 'Diego Fuentes', title: 'Sales, south'},
  {id: 'hanna', name: 'Hanna Virtanen', title: 'Safety officer', roles: ['mentor']},
  {id: 'bram', name: 'Bram Jansen', title: 'Warehouse'},
  {id: 'aiko', name: 'Aiko Tanaka', title: 'Software engineer'},
  {id: 'ravi', name: 'Ravi Patel', title: 'Support engineer'},
  {id: 'chloe', name: 'Chloé Martin', title: 'Communications'},
  {id: 'fatima', name: 'Fatima El Idrissi', title: 'People team'},
  {id: 'george', name: 'George Ainsworth', title: 'Facilities'},
  {id: 'ingrid', name: 'Ingrid Solberg', title: 'Quality'},
  {id: 'mehdi', name: 'Mehdi Rahimi', title: 'Purchasing'},
  {id: 'anouk', name: 'Anouk Peeters', title: 'Trainee, finance'},
  {id: 'sipho', name: 'Sipho Dlamini', title: 'Driver'},
  {id: 'clara', name: 'Clara Rossi', title: 'Legal'},
  {id: 'oskar', name: 'Oskar Nilsson', title: 'Warehouse, packing'},
  {id: 'maya', name: 'Maya Cohen', title: 'User research'},
  {id: 'pieter', name: 'Pieter Smit', title: 'Planning'},
  {id: 'lucia', name: 'Lucía Navarro', title: 'Customer care'},
  {id: 'henry', name: 'Henry Osei', title: 'Security'},
  {id: 'femke', name: 'Femke Visser', title: 'Customer care'},
  {id: 'viktor', name: 'Viktor Novák', title: 'Networks'},
  {id: 'zeynep', name: 'Zeynep Arslan', title: 'Product owner'},
  {id: 'liam', name: 'Liam Byrne', title: 'Apprentice, warehouse'},
  {id: 'soraya', name: 'Soraya Haddad', title: 'Translation'},
  {id: 'daan', name: 'Daan Mulder', title: 'Logistics'},
  {id: 'grace', name: 'Grace Wanjiru', title: 'Customer care'},
  {id: 'emil', name: 'Emil Schneider', title: 'Warehouse, packing'},
  {id: 'ana', name: 'Ana Pereira', title: 'Marketing'},
  {id: 'wouter', name: 'Wouter Claes', title: 'Cold chain'},
  {id: 'mei', name: 'Mei Chen', title: 'Data engineer'},
];
