package io.simmim.core.tensor;

import ai.djl.pytorch.jni.JniUtils;

/** Switches autograd for this thread until closed: {@code try (var off = GradMode.off()) {..}}. */
public final class GradMode implements AutoCloseable {

  private final boolean before = JniUtils.isGradMode();

  private GradMode(boolean on) {
    JniUtils.setGradMode(on);
  }

  /** Records operations for a backward pass. */
  public static GradMode on() {
    return new GradMode(true);
  }

  /** Records nothing; also needed to update parameters in place. */
  public static GradMode off() {
    return new GradMode(false);
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
