package io.simmim.core.data.scene;

/** One picture to be taken: everything random about it was decided when it was made. */
interface Scene {

  /** Paints the whole frame. */
  void paint(Frame frame);

  /** Samples along a pixel's side; 1 where the scene's own edges are soft. */
  default int supersampling() {
    return 2;
  }
}
