/** Steps of one roadmap that are neither done nor given up: more would be no plan that anybody reads. What is settled stays, and does not count. */
export const STEPS_AHEAD = 60;
