/** What several tests share: golden files and hand-made pictures. */
package io.simmim.core.testing;
