/** Voting members that must agree: floor(n / 2) + 1, none without members. Source: etcd FAQ, "What is failure tolerance?". */
export function quorumSize(members: number): number {
  return members === 0 ? 0 : Math.floor(members / 2) + 1;
}
