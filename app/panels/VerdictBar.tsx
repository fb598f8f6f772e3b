export function VerdictBar() {
  return null;
}
