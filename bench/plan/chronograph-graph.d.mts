// What the bench uses of it. The package ships its TypeScript, which would be checked by our settings.
export interface Atom {
  read(): number;
  write(value: number): void;
}
export interface Graph {
  addAtom(atom: Atom): Atom;
  commit(): unknown;
}
export declare const ChronoGraph: { new: (options: { historyLimit: number }) => Graph };
export declare const BoxUnbound: { new: (value: number) => Atom };
export declare const CalculableBoxUnbound: { new: (options: { calculation: () => number; lazy: boolean }) => Atom };
