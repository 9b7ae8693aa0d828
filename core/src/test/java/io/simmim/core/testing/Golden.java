package io.simmim.core.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that the official code wrote, copied to the test resources. */
public final class Golden {

  private Golden() {}

  /** A file of a case, {@code path("A_pretrain_swin/io.npz")}. */
  public static Path path(String name) {
    try {
      return Path.of(Golden.class.getResource("/golden/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(name, e);
    }
  }

  public static JsonObject json(String name) throws IOException {
    return JsonParser.parseString(Files.readString(path(name))).getAsJsonObject();
  }
}
