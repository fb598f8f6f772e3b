/** How often a figure came out how, over many draws. */
export interface Distribution<T> {
  readonly best: Frequency<T>;
  readonly likely: Frequency<T>;
  readonly worst: Frequency<T>;
  /** Every value that came out, from the best to the worst. */
  readonly values: readonly Frequency<T>[];
}

export interface Frequency<T> {
  readonly value: T;
  /** In how many draws. */
  readonly draws: number;
  /** Of the first of them. */
  readonly seed: number | null;
}

/** A value and the draw that it came out of. */
export interface Sample<T> {
  readonly value: T;
  readonly seed: number | null;
}

/** Of numbers, of which the smaller is the better; likely is the median: half of the draws are at least as good. Null: no sample. */
export function distributionOfNumbers(samples: readonly Sample<number>[]): Distribution<number> | null {
  return distributionOf(
    frequenciesOf(samples).toSorted((a, b) => a.value - b.value),
    (values) => {
      let counted = 0;
      return values.find(({ draws }) => (counted += draws) * 2 >= samples.length);
    },
  );
}

/** Of words, given from the best to the worst; likely is the most frequent. Null: no sample. */
export function distributionOfWords<Word extends string>(samples: readonly Sample<Word>[], order: readonly Word[]): Distribution<Word> | null {
  return distributionOf(
    frequenciesOf(samples).toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value)),
    (values) => values.toSorted((a, b) => b.draws - a.draws)[0],
  );
}

function distributionOf<T>(values: readonly Frequency<T>[], likelyOf: (values: readonly Frequency<T>[]) => Frequency<T> | undefined): Distribution<T> | null {
  const [best, worst, likely] = [values[0], values.at(-1), likelyOf(values)];
  return best === undefined || worst === undefined || likely === undefined ? null : { best, likely, worst, values };
}

function frequenciesOf<T>(samples: readonly Sample<T>[]): readonly Frequency<T>[] {
  const frequencies = new Map<T, { value: T; draws: number; seed: number | null }>();
  for (const { value, seed } of samples) {
    const known = frequencies.get(value);
    if (known === undefined) frequencies.set(value, { value, draws: 1, seed });
    else known.draws++;
  }
  return [...frequencies.values()];
}

/** A bar of a histogram: the values from `from` to `to`, both included. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly draws: number;
  /** Of a draw with one of them. */
  readonly seed: number | null;
}

/** A bar each value; of more than `most` values, bars of equal width, empty ones left out. */
export function barsOf({ best, worst, values }: Distribution<number>, most: number): readonly Bar[] {
  if (values.length <= most) return values.map(({ value, draws, seed }) => ({ from: value, to: value, draws, seed }));
  const width = (worst.value - best.value) / most;
  const bars = new Map<number, Bar>();
  for (const { value, draws, seed } of values) {
    const index = Math.min(most - 1, Math.floor((value - best.value) / width));
    const bar = bars.get(index);
    bars.set(index, bar === undefined ? { from: value, to: value, draws, seed } : { ...bar, to: value, draws: bar.draws + draws });
  }
  return [...bars.values()];
}

/** Within which the share lies in 95 of 100 cases, from `hits` among `draws`: Wilson's score interval. */
export function shareInterval(hits: number, draws: number): { readonly low: number; readonly high: number } {
  if (draws === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const share = hits / draws;
  const spread = z * Math.sqrt((share * (1 - share)) / draws + (z * z) / (4 * draws * draws));
  const middle = share + (z * z) / (2 * draws);
  const whole = 1 + (z * z) / draws;
  return { low: hits === 0 ? 0 : (middle - spread) / whole, high: hits === draws ? 1 : (middle + spread) / whole };
}
