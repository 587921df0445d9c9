/** With fewer titles, they cannot stand for others: errors then count reviews or members, and what is said holds for these titles. */
export const LEAST_TITLES = 5;

/** A cell with fewer people is not shown: it would say something of them, and little of anybody else. */
export const LEAST_MEMBERS = 50;
