/** What the traffic panel says of one Service besides its shares. */
export const trafficEn = {
  'traffic.tabs': 'Of this Service',
  'traffic.tab.shares': 'Shares',
} as const;
