import rows from './data/regions.json';

export interface Region {
  /** `ap-northeast-2` */
  readonly id: string;
  /** `Asia Pacific (Seoul)` */
  readonly name: string;
}

/** The regions that have a price sheet, by id; cheap to import. */
export const regions: readonly Region[] = rows;
