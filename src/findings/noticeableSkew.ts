/** The busiest pod gets at least a tenth more than the mean. */
export const NOTICEABLE_SKEW = 1.1;
