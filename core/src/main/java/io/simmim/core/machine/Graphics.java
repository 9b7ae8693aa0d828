package io.simmim.core.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * NVIDIA's graphics cards, which are the ones that PyTorch's CUDA builds compute on.
 *
 * @param installed cards that the system's bus lists, with or without a driver
 * @param driver what the driver says; empty when there is none that answers
 * @param complaint what {@code nvidia-smi} said instead of an answer; empty when it is not there
 */
public record Graphics(int installed, Optional<GraphicsDriver> driver, String complaint) {

  private static final Path BUS = Path.of("/sys/bus/pci/devices");
  private static final String NVIDIA = "0x10de";

  /** VGA and 3D controllers; the sound and USB parts of a card have other classes. */
  private static final String DISPLAY_CLASS = "0x03";

  static Graphics find() {
    NvidiaSmi.Answer answer = NvidiaSmi.ask();
    return new Graphics(onBus(BUS), answer.driver(), answer.complaint());
  }

  /** No card and no driver. */
  public static Graphics none() {
    return new Graphics(0, Optional.empty(), "");
  }

  static int onBus(Path bus) {
    int cards = 0;
    try (DirectoryStream<Path> devices = Files.newDirectoryStream(bus)) {
      for (Path device : devices) {
        boolean card =
            read(device.resolve("vendor")).equals(NVIDIA)
                && read(device.resolve("class")).startsWith(DISPLAY_CLASS);
        cards += card ? 1 : 0;
      }
    } catch (IOException e) {
      return 0; // Not Linux, or a container that hides the bus.
    }
    return cards;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
