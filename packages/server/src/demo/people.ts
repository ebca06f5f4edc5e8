import type {Role} from '@social-learning/protocol';

/** One of the sample people. */
export interface SamplePerson {
  /** The `sub` of their host tokens. */
  readonly id: string;
  readonly name: string;
  /** What they do. */
  readonly title: string;
  /** Whom they work with. */
  readonly team: string;
  readonly roles?: readonly Role[];
}

/** Forty people of a company that does not exist. */
export const people: readonly SamplePerson[] = [
  {id: 'amara', name: 'Amara Okafor', title: 'New in customer care', team: 'Customer care'},
  {id: 'joris', name: 'Joris van den Berg', title: 'New in planning', team: 'On the road'},
  {id: 'elin', name: 'Elin Lindqvist', title: 'Learning lead', team: 'Office', roles: ['moderator', 'curator']},
  {id: 'tomas', name: 'Tomás Herrera', title: 'Mentor, customer care', team: 'Customer care', roles: ['mentor']},
  {id: 'sanne', name: 'Sanne de Vries', title: 'Mentor, warehouse', team: 'Warehouse', roles: ['mentor']},
  {id: 'yusuf', name: 'Yusuf Demir', title: 'Runs the platform', team: 'Technology', roles: ['admin']},
  {id: 'priya', name: 'Priya Raman', title: 'Data analyst', team: 'Technology'},
  {id: 'lena', name: 'Lena Hoffmann', title: 'Product designer', team: 'Technology'},
  {id: 'kwame', name: 'Kwame Mensah', title: 'Driver', team: 'On the road'},
  {id: 'noor', name: 'Noor Bakker', title: 'Trainee, logistics', team: 'On the road'},
  {id: 'marta', name: 'Marta Kowalska', title: 'Finance', team: 'Office'},
  {id: 'diego', name: 'Diego Fuentes', title: 'Sales, south', team: 'Office'},
  {id: 'hanna', name: 'Hanna Virtanen', title: 'Safety officer', team: 'Warehouse', roles: ['mentor']},
  {id: 'bram', name: 'Bram Jansen', title: 'Warehouse', team: 'Warehouse'},
  {id: 'aiko', name: 'Aiko Tanaka', title: 'Software engineer', team: 'Technology'},
  {id: 'ravi', name: 'Ravi Patel', title: 'Support engineer', team: 'Technology'},
  {id: 'chloe', name: 'Chloé Martin', title: 'Communications', team: 'Customer care'},
  {id: 'fatima', name: 'Fatima El Idrissi', title: 'People team', team: 'Office'},
  {id: 'george', name: 'George Ainsworth', title: 'Facilities', team: 'Office'},
  {id: 'ingrid', name: 'Ingrid Solberg', title: 'Quality', team: 'Warehouse'},
  {id: 'mehdi', name: 'Mehdi Rahimi', title: 'Purchasing', team: 'Office'},
  {id: 'anouk', name: 'Anouk Peeters', title: 'Trainee, finance', team: 'Office'},
  {id: 'sipho', name: 'Sipho Dlamini', title: 'Driver', team: 'On the road'},
  {id: 'clara', name: 'Clara Rossi', title: 'Legal', team: 'Office'},
  {id: 'oskar', name: 'Oskar Nilsson', title: 'Warehouse, packing', team: 'Warehouse'},
  {id: 'maya', name: 'Maya Cohen', title: 'User research', team: 'Technology'},
  {id: 'pieter', name: 'Pieter Smit', title: 'Planning', team: 'On the road'},
  {id: 'lucia', name: 'Lucía Navarro', title: 'Customer care', team: 'Customer care'},
  {id: 'henry', name: 'Henry Osei', title: 'Security', team: 'Office'},
  {id: 'femke', name: 'Femke Visser', title: 'Customer care', team: 'Customer care'},
  {id: 'viktor', name: 'Viktor Novák', title: 'Networks', team: 'Technology'},
  {id: 'zeynep', name: 'Zeynep Arslan', title: 'Product owner', team: 'Technology'},
  {id: 'liam', name: 'Liam Byrne', title: 'Apprentice, warehouse', team: 'Warehouse'},
  {id: 'soraya', name: 'Soraya Haddad', title: 'Translation', team: 'Customer care'},
  {id: 'daan', name: 'Daan Mulder', title: 'Logistics', team: 'On the road'},
  {id: 'grace', name: 'Grace Wanjiru', title: 'Customer care', team: 'Customer care'},
  {id: 'emil', name: 'Emil Schneider', title: 'Warehouse, packing', team: 'Warehouse'},
  {id: 'ana', name: 'Ana Pereira', title: 'Marketing', team: 'Office'},
  {id: 'wouter', name: 'Wouter Claes', title: 'Cold chain', team: 'On the road'},
  {id: 'mei', name: 'Mei Chen', title: 'Data engineer', team: 'Technology'},
];
