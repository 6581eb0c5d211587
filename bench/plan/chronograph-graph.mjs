// The parts of @bryntum/chronograph that the bench needs, by file: the package's own entry loads a file that is not in it.
// The graph comes first, for its files import each other in a circle that opens only from there.
export { ChronoGraph } from '@bryntum/chronograph/src/chrono2/graph/Graph.js';
export { BoxUnbound } from '@bryntum/chronograph/src/chrono2/data/Box.js';
export { CalculableBoxUnbound } from '@bryntum/chronograph/src/chrono2/data/CalculableBox.js';
