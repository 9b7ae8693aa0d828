package io.simmim.core.weights;

import java.util.regex.Pattern;

/**
 * Names that changed after checkpoints were published: the first ones of Swin V2 call the network
 * of the position bias {@code rpe_mlp} (official {@code utils_simmim.py}).
 */
public final class PublishedNames {

  private static final Pattern OLD_BIAS_NETWORK = Pattern.compile("\\brpe_mlp\\b");

  private PublishedNames() {}

  /** What a tensor is called today. */
  public static String current(String name) {
    return OLD_BIAS_NETWORK.matcher(name).replaceAll("cpb_mlp");
  }
}
