/** The version of this library, as results name it in their audit. A test holds it to package.json. */
export const LIBRARY_VERSION = '0.1.0';
