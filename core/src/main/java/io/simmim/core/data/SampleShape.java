package io.simmim.core.data;

/** Shape of one network input, [channels, height, width]. */
record SampleShape(int channels, int height, int width) {

  int plane() {
    return height * width;
  }

  int values() {
    return channels * plane();
  }
}
