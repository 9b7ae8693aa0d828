package io.simmim.core.machine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * What came with the program on its class path.
 *
 * @param bundles native libraries of PyTorch
 * @param djlVersion of DJL itself: {@code 0.36.0}
 * @param jniVersion PyTorch version of the JNI libraries that came along: {@code 2.7.1}; empty when
 *     there are none
 * @param hasJni whether there is a JNI library for a system and a flavor: {@code
 *     linux-x86_64/cu128}
 */
public record ClassPathEngine(
    List<Bundle> bundles, String djlVersion, String jniVersion, Predicate<String> hasJni) {

  private static final String BUNDLE = "native/lib/pytorch.properties";
  private static final String DJL = "pytorch-engine.properties";
  private static final String JNI = "jnilib/pytorch.properties";

  public ClassPathEngine {
    bundles = List.copyOf(bundles);
  }

  /**
   * PyTorch as a jar ({@code pytorch-native-cpu}).
   *
   * @param version with its build: {@code 2.7.1-20250812}
   * @param flavor {@code cpu}, or {@code cu128} for CUDA 12.8
   * @param classifier system and architecture: {@code linux-x86_64}
   * @param files names of its libraries
   */
  public record Bundle(String version, String flavor, String classifier, List<String> files) {

    public Bundle {
      files = List.copyOf(files);
    }

    private static Bundle of(Properties properties) {
      return new Bundle(
          properties.getProperty("version", ""),
          properties.getProperty("flavor", ""),
          properties.getProperty("classifier", ""),
          Arrays.asList(properties.getProperty("libraries", "").split(",")));
    }
  }

  static ClassPathEngine find() {
    ClassLoader loader = ClassPathEngine.class.getClassLoader();
    String djl = read(loader, DJL).map(p -> p.getProperty("djl_version")).orElse("");
    String jni = read(loader, JNI).map(p -> p.getProperty("jni_version")).orElse("");
    return new ClassPathEngine(
        bundles(loader),
        djl,
        jni.endsWith("-" + djl) ? jni.substring(0, jni.length() - djl.length() - 1) : "",
        place -> loader.getResource(jniResource(place)) != null);
  }

  private static String jniResource(String place) {
    return "jnilib/" + place + "/" + System.mapLibraryName("djl_torch");
  }

  private static List<Bundle> bundles(ClassLoader loader) {
    List<Bundle> found = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(BUNDLE))) {
        read(url).map(Bundle::of).ifPresent(found::add);
      }
    } catch (IOException e) {
      return List.of(); // An unreadable class path holds no engine.
    }
    return found.stream().filter(bundle -> !bundle.flavor().isEmpty()).toList();
  }

  private static Optional<Properties> read(ClassLoader loader, String resource) {
    return Optional.ofNullable(loader.getResource(resource)).flatMap(ClassPathEngine::read);
  }

  private static Optional<Properties> read(URL url) {
    try (InputStream in = url.openStream()) {
      Properties properties = new Properties();
      properties.load(in);
      return Optional.of(properties);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The one that fits a system. */
  Optional<Bundle> bundleFor(String classifier) {
    return bundles.stream().filter(bundle -> bundle.classifier().equals(classifier)).findFirst();
  }
}
