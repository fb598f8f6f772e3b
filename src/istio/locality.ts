/** Where a proxy or an endpoint is: `region/zone/subzone`; a part that is missing is "". */
export interface Locality {
  readonly region: string;
  readonly zone: string;
  readonly subzone: string;
}

export function parseLocality(text: string): Locality {
  const [region = '', zone = '', subzone = ''] = text.split('/');
  return { region, zone, subzone };
}

export function localityText({ region, zone, subzone }: Locality): string {
  if (zone === '') return region;
  return subzone === '' ? `${region}/${zone}` : `${region}/${zone}/${subzone}`;
}

/** Whether a pattern of a DestinationRule covers a locality: "*" and a zone or subzone that is left out cover any. Source: istio util.go, `LocalityMatch`. */
export function localityMatches({ region, zone, subzone }: Locality, pattern: string): boolean {
  const wanted = parseLocality(pattern);
  return (
    (wanted.region === '*' || wanted.region === region) &&
    (wanted.zone === '*' || wanted.zone === '' || wanted.zone === zone) &&
    (wanted.subzone === '*' || wanted.subzone === '' || wanted.subzone === subzone)
  );
}

/** How far an endpoint is from a proxy: 0 the same locality, 1 the same zone, 2 the same region, 3 another region. Source: istio util.go, `LbPriority`. */
export function localityDistance(proxy: Locality, endpoint: Locality): number {
  if (proxy.region !== endpoint.region) return 3;
  if (proxy.zone !== endpoint.zone) return 2;
  return proxy.subzone === endpoint.subzone ? 0 : 1;
}
