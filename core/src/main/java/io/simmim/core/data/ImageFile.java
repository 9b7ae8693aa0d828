package io.simmim.core.data;

/**
 * A file found below the root of a data set.
 *
 * @param relativePath from the root, with forward slashes on every system
 * @param bytes size of the file
 */
record ImageFile(String relativePath, long bytes) {

  boolean inFolder() {
    return relativePath.indexOf('/') >= 0;
  }

  String topFolder() {
    return relativePath.substring(0, relativePath.indexOf('/'));
  }
}
