package io.simmim.core.cli;

import io.simmim.core.config.Precision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The models of {@code simmim bench --suite}, by shipped configurations. */
enum SuiteModel {
  SWIN_TINY("demo/simmim_pretrain__swin_demo.yaml", 16),
  SWIN_B("swin_base__800ep/simmim_pretrain__swin_base__img192_window6__800ep.yaml", 4),
  SWINV2_B("simmim/simmim_pretrain__swinv2_base__img192_window12__800ep.yaml", 4),
  VIT_B("vit_base__800ep/simmim_pretrain__vit_base__img224__800ep.yaml", 4);

  private static final int BATCH_ON_GPU = 128;

  private final String config;
  private final int batchOnCpu;

  SuiteModel(String config, int batchOnCpu) {
    this.config = config;
    this.batchOnCpu = batchOnCpu;
  }

  /** The word on the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Path config() {
    return Installation.file("configs/" + config);
  }

  /**
   * Name of the TorchScript file to compare with. A trace in 16 bits has its casts inside: on the
   * CPU, autocast does not reach into the convolutions of one in 32 bits.
   */
  String torchScript(Precision precision) {
    boolean short16 = precision == Precision.BF16 || precision == Precision.FP16;
    return label() + (short16 ? "-" + precision.yamlName() : "") + ".pt";
  }

  /** Images in a step when nobody says. */
  int batchSize(String device) {
    return device.startsWith("cuda") ? BATCH_ON_GPU : batchOnCpu;
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(SuiteModel::label).toList();
  }

  /** A model by its word, of {@link #labels}. */
  static SuiteModel of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
