import { config } from 'zod';

// zod compiles schemas with `new Function` where it may; here it would only try, and browsers report that try as a
// violation of the Content-Security-Policy. To be imported before anything that makes a schema.
config({ jitless: true });
