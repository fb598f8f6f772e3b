/** What the traffic panel says of one Service besides its shares. */
export const trafficEn = {
  'traffic.tabs': 'Of this Service',
  'traffic.tab.shares': 'Shares',
  'traffic.tab.walk': 'Request walk',
  'traffic.walk.link': 'Who calls',
  'traffic.walk.again': 'Start again',
} as const;
