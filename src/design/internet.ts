/** The entity id under which a link leaves the VPC. */
export const internet = 'internet';
