package io.simmim.core.cli;

import picocli.CommandLine.Option;

/** Where a command computes. */
final class DeviceOption {

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda:N",
      defaultValue = "cpu",
      description = "Where to compute (default: ${DEFAULT-VALUE}).")
  private String name;

  String name() {
    return name;
  }
}
