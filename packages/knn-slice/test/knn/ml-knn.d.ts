declare module 'ml-knn' {
  import type { MlKnnClass } from '../../src/index.js';

  type Trained = InstanceType<MlKnnClass> & { predict(dataset: number[][]): number[] };
  const KNN: new (...args: ConstructorParameters<MlKnnClass>) => Trained;
  // biome-ignore lint/style/noDefaultExport: so the package has it.
  export default KNN;
}
